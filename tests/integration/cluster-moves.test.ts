import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { clusterCommands, drain, metric, TestCluster, type TestProcess } from "../support/cluster/cluster.ts";
import { SHIPPED_NGINX } from "../support/cluster/shipped-proxies.ts";
import { clientOf, ready, TestPlayer } from "../support/game.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { waitFor } from "../support/wait-for.ts";

describe.skipIf(clusterCommands(SHIPPED_NGINX) === undefined)("rooms of three processes", () => {
  let cluster!: TestCluster;
  beforeAll(async () => {
    cluster = await TestCluster.start(SHIPPED_NGINX);
  }, 180_000);
  afterAll(() => cluster?.stop());

  /** The process that has a room, as its players reach it. */
  function processOf(player: TestPlayer): TestProcess {
    return cluster.processAt(player.room.connection.url);
  }

  /** A player by the session that follows their room by itself. */
  function followed(player: TestPlayer): Promise<TestPlayer> {
    return new Promise((resolve) => {
      player.session.onMoved((next, isElsewhere) => {
        player.stop();
        expect(isElsewhere).toBe(true);
        resolve(ready(next));
      });
    });
  }

  /** Takes a seat again as a page does that was closed. */
  function back(player: TestPlayer): Promise<TestPlayer> {
    const token = player.room.reconnectionToken;
    player.vanish();
    return waitFor("the way back", () =>
      clientOf(cluster.url)
        .reconnect(token)
        .then(ready)
        .catch(() => undefined),
    );
  }

  it("move with everybody when theirs is drained", async () => {
    const host = await ready(await clientOf(cluster.url).create({ name: "Ada", bots: 3, roomName: "Home" }));
    const code = host.room.roomId;
    const guests = await Promise.all(
      TRANSPORTS.map(async (name) => ready(await clientOf(cluster.url, name).join(code, { name }))),
    );
    const all = [host, ...guests];
    const from = processOf(host);
    const following = Promise.all(all.map(followed));
    await drain(from);
    const again = await following;
    for (const [i, player] of again.entries()) {
      expect(processOf(player)).not.toBe(from);
      expect(player.room.roomId).toBe(code);
      expect(player.room.sessionId).toBe(all[i]?.room.sessionId);
    }
    expect(again[0]?.seat.name).toBe("Ada");
    for (const { url } of cluster.processes) {
      const { rooms } = (await (await fetch(`${url}/api/rooms`)).json()) as { rooms: { code: string }[] };
      expect(rooms.filter((room) => room.code === code)).toHaveLength(1);
    }
    expect(await metric(from, 'pushback_room_passages_total{kind="out"}')).toBe(1);
    expect(await metric(from, "pushback_room_standstill_seconds_count")).toBe(1);
    expect(await metric(from, "pushback_open")).toBe(0);
    const [there] = again.map(processOf);
    expect(there && (await metric(there, 'pushback_room_passages_total{kind="in"}'))).toBe(1);
    expect(from.log()).toContain(`"process":"${from.prefix}","room":"${code}"`);
    for (const player of again) await player.leave();
    from.child.kill("SIGTERM");
    await cluster.restart(from);
  });

  it("are brought back when theirs is killed, by whoever asks first", async () => {
    const host = await ready(await clientOf(cluster.url).create({ name: "Ada", bots: 3 }));
    const code = host.room.roomId;
    const guest = await ready(await clientOf(cluster.url).join(code, { name: "Bob" }));
    const from = processOf(host);
    const { tick } = host.room.state;
    // A snapshot is made every second.
    await host.until("a snapshot of both", (state) => state.tick > tick + 120);
    const before = host.room.state.tick;
    const following = Promise.all([host, guest].map(followed));
    from.child.kill("SIGKILL");
    const again = await following;
    const [first, second] = again;
    if (first === undefined || second === undefined) throw new Error("Nobody is back.");
    expect(processOf(first)).not.toBe(from);
    expect(processOf(second)).toBe(processOf(first));
    expect(await metric(processOf(first), 'pushback_room_passages_total{kind="brought_back"}')).toBe(1);
    expect(first.room.roomId).toBe(code);
    expect([first.seat.name, second.seat.name]).toEqual(["Ada", "Bob"]);
    expect(first.room.state.tick).toBeGreaterThan(before - 100);
    await cluster.restart(from);
    for (const player of again) await player.leave();
  });

  it.runIf(NIGHTLY)(
    "stay with a process that stands still for less than a claim lasts, and are never listed twice",
    async () => {
      for (const seconds of [5, 15]) {
        const host = await ready(await clientOf(cluster.url).create({ name: "Ada", bots: 3 }));
        const code = host.room.roomId;
        const { tick } = host.room.state;
        await host.until("a snapshot", (state) => state.tick > tick + 120);
        let here = host;
        host.session.onMoved((next) => {
          here = new TestPlayer(next);
        });
        const from = processOf(host);
        const others = cluster.processes.filter((process) => process !== from);
        /** How often each of these lists the room; undefined of one that does not answer. */
        const listedBy = (processes: readonly TestProcess[]) =>
          Promise.all(
            processes.map(async ({ url }) => {
              const response = await fetch(`${url}/api/rooms`);
              if (!response.ok) return undefined;
              const { rooms } = (await response.json()) as { rooms: { code: string }[] };
              return rooms.filter((room) => room.code === code).length;
            }),
          );
        let most = 0;
        const look = async (processes: readonly TestProcess[]) => {
          const counts = await listedBy(processes);
          most = Math.max(most, ...counts.map((count) => count ?? 0));
          return counts.every((count) => count === 1);
        };
        from.child.kill("SIGSTOP");
        const until = performance.now() + seconds * 1000;
        // Somebody asks all the time, as a page does whose line is silent.
        await waitFor(
          "it to stand still for so long",
          async () => {
            await fetch(`${others[0]?.url}/api/rooms/${code}`);
            await look(others);
            return performance.now() > until;
          },
          { timeoutMs: 120_000 },
        );
        from.child.kill("SIGCONT");
        await waitFor("one in each list", () => look(cluster.processes));
        // A copy that somebody else has by now ends.
        await waitFor("one in all processes", async () => {
          await look(cluster.processes);
          const open = cluster.processes.map((process) => metric(process, "pushback_rooms"));
          return (await Promise.all(open)).reduce((sum, rooms) => sum + rooms) === 1;
        });
        expect([await listedBy(cluster.processes), most]).toEqual([[1, 1, 1], 1]);
        const again = await back(here);
        expect(again.room.roomId).toBe(code);
        expect(processOf(again) === from).toBe(seconds < 8);
        await again.leave();
        await waitFor("it to be closed", async () => (await listedBy(others)).every((count) => count === 0));
      }
    },
    120_000,
  );
});
