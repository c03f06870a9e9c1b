#!/usr/bin/env python3
"""A link between two network namespaces, with delay, jitter and loss that act on packets.

What runs in the two namespaces talks through the kernel's own TCP, UDP and IP; the packets pass through here, by
two TUN devices. Needs root, /dev/net/tun and iproute2, and nothing besides the standard library. Neither namespace
has a route to anywhere else.

    emulator.py NAMESPACE_A ADDRESS_A NAMESPACE_B ADDRESS_B SEED

Prints {"ready": true}, or {"error": "..."} and ends. Then each line on stdin is a request, answered by one line:
    {"set": {"delayMs": 50, "jitterMs": 0, "loss": 0.05}}   for what comes from now on, in both directions
    {"counters": true}                                      what has passed so far: "up" is from A to B
The end of stdin, SIGTERM and SIGINT stop it and take the namespaces away.
"""
import fcntl
import heapq
import json
import os
import random
import select
import signal
import struct
import subprocess
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN = 0x0001
IFF_NO_PI = 0x1000
MTU = 1500
# Packets read from a device before the clock is looked at again.
BURST = 64
# Deliveries of which it is remembered how late they were.
REMEMBERED = 4096
# Connections whose last packet is remembered before those that are over are forgotten.
FLOWS = 1024
TCP = 6
SYN, ACK = 0x02, 0x10


def run(*command, check=True):
    done = subprocess.run(command, capture_output=True, text=True)
    if check and done.returncode != 0:
        raise OSError(f"{' '.join(command)}: {done.stderr.strip() or done.returncode}")


class Side:
    """One namespace with its end of the link."""

    def __init__(self, namespace, address, peer, number):
        self.namespace = namespace
        run("ip", "netns", "add", namespace)
        try:
            run("ip", "-n", namespace, "link", "set", "lo", "up")
            self.device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
            name = f"lab{os.getpid()}x{number}"[:15]
            fcntl.ioctl(self.device, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
            run("ip", "link", "set", name, "netns", namespace)
            run("ip", "-n", namespace, "address", "add", address, "peer", peer, "dev", name)
            run("ip", "-n", namespace, "link", "set", name, "mtu", str(MTU), "up")
        except OSError:
            self.remove()
            raise

    def remove(self):
        run("ip", "netns", "delete", self.namespace, check=False)


class Direction:
    """What happens to the packets that leave one side."""

    def __init__(self, out, seed):
        self.out = out
        self.random = random.Random(seed)
        self.delay = self.jitter = self.loss = 0.0
        self.last = {}
        self.counters = {"packets": 0, "bytes": 0, "lost": 0, "connections": 0}

    def due(self, packet, now):
        """When a packet arrives, or None when it is lost."""
        count = self.counters
        count["packets"] += 1
        count["bytes"] += len(packet)
        count["connections"] += opens_connection(packet)
        if self.random.random() < self.loss:
            count["lost"] += 1
            return None
        late = self.random.expovariate(1 / self.jitter) if self.jitter > 0 else 0.0
        # A packet that waits longer holds up those behind it of its connection, not those of others: how late packets
        # are does not depend on how many players there are.
        flow = flow_of(packet)
        if len(self.last) >= FLOWS:
            self.last = {flow: due for flow, due in self.last.items() if due > now}
        self.last[flow] = max(self.last.get(flow, 0.0), now + self.delay + late)
        return self.last[flow]


def flow_of(packet):
    """What tells the packets of a connection from those of others: protocol, addresses and ports (IPv4)."""
    start = (packet[0] & 15) * 4
    return packet[9:10] + packet[12:20] + packet[start : start + 4]


def opens_connection(packet):
    """Whether this is the first packet of a TCP connection (IPv4)."""
    if packet[0] >> 4 != 4 or packet[9] != TCP:
        return False
    flags = packet[(packet[0] & 15) * 4 + 13]
    return flags & SYN != 0 and flags & ACK == 0


class Link:
    """Two directions and the packets that are under way."""

    def __init__(self, side_a, side_b, seed):
        self.up = Direction(side_b.device, seed)
        self.down = Direction(side_a.device, seed + 1)
        self.sources = {side_a.device: self.up, side_b.device: self.down}
        self.under_way = []
        self.number = 0
        self.late = []

    def deliver(self, now):
        """Hands over what is due. Returns the time until the next packet is, or None."""
        while self.under_way and self.under_way[0][0] <= now:
            due, _, direction, packet = heapq.heappop(self.under_way)
            if len(self.late) >= REMEMBERED:
                del self.late[: REMEMBERED // 2]
            self.late.append(now - due)
            try:
                os.write(direction.out, packet)
            except OSError:
                # The queue of the device is full: as on any other link, the packet is lost.
                direction.counters["lost"] += 1
        return self.under_way[0][0] - now if self.under_way else None

    def read(self, device):
        direction = self.sources[device]
        for _ in range(BURST):
            try:
                packet = os.read(device, 65536)
            except BlockingIOError:
                return
            due = direction.due(packet, time.monotonic())
            if due is not None:
                self.number += 1
                heapq.heappush(self.under_way, (due, self.number, direction, packet))

    def answer(self, request):
        if "set" in request:
            for direction in (self.up, self.down):
                direction.delay = request["set"]["delayMs"] / 1000
                direction.jitter = request["set"]["jitterMs"] / 1000
                direction.loss = request["set"]["loss"]
            return {"set": True}
        late = sorted(self.late) or [0.0]
        self.late = []
        at = lambda share: round(late[int((len(late) - 1) * share)] * 1000, 3)
        return {
            "up": self.up.counters,
            "down": self.down.counters,
            "lateMs": {"p50": at(0.5), "p99": at(0.99)},
        }


def serve(link):
    poll = select.epoll()
    for device in link.sources:
        poll.register(device, select.EPOLLIN)
    poll.register(0, select.EPOLLIN | select.EPOLLHUP)
    requests = b""
    while True:
        wait = link.deliver(time.monotonic())
        for source, _ in poll.poll(-1 if wait is None else max(0.0005, wait)):
            if source != 0:
                link.read(source)
                continue
            chunk = os.read(0, 4096)
            if not chunk:
                return
            requests += chunk
            while b"\n" in requests:
                line, requests = requests.split(b"\n", 1)
                say(link.answer(json.loads(line)))


def say(answer):
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def stop(*_):
    raise SystemExit(0)


def main():
    name_a, address_a, name_b, address_b, seed = sys.argv[1:]
    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    sides = []
    try:
        sides.append(Side(name_a, address_a, address_b, 0))
        sides.append(Side(name_b, address_b, address_a, 1))
        link = Link(*sides, int(seed))
        say({"ready": True})
        serve(link)
    except OSError as error:
        say({"error": str(error)})
    finally:
        for side in sides:
            side.remove()


main()
