import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";

/** Bytes that wait in front of a narrow place; packets beyond are lost, as in any router. */
const QUEUE_BYTES = 8 * 1024;

/** A UDP relay for tests in front of one port of this machine: it passes packets on, or loses them. */
export class UdpProxy {
  readonly #front: Socket;
  readonly #target: number;
  /** For each port that has called, the socket that speaks to the target for it. */
  readonly #backs = new Map<number, Socket>();
  /** Asked for each packet; one that it refuses is lost. */
  passes: (way: "up" | "down") => boolean = () => true;
  /** Bytes a second that come down; packets queue in front of it for a while. */
  rate = Number.POSITIVE_INFINITY;
  readonly #queue: { packet: Buffer; port: number }[] = [];
  #queued = 0;
  #pump: NodeJS.Timeout | undefined;

  private constructor(front: Socket, target: number) {
    this.#front = front;
    this.#target = target;
    front.on("message", (packet, { port }) => {
      if (this.passes("up")) this.#back(port).send(packet, this.#target, "127.0.0.1");
    });
  }

  static async start(targetPort: number): Promise<UdpProxy> {
    const front = createSocket("udp4");
    front.bind(0, "127.0.0.1");
    await once(front, "listening");
    return new UdpProxy(front, targetPort);
  }

  get port(): number {
    return this.#front.address().port;
  }

  close(): void {
    clearTimeout(this.#pump);
    this.#front.close();
    for (const back of this.#backs.values()) back.close();
  }

  #down(packet: Buffer, port: number): void {
    if (this.rate === Number.POSITIVE_INFINITY && this.#queue.length === 0) {
      this.#front.send(packet, port, "127.0.0.1");
      return;
    }
    if (this.#queued + packet.length > QUEUE_BYTES) return;
    this.#queued += packet.length;
    this.#queue.push({ packet, port });
    if (this.#queue.length === 1) this.#next();
  }

  /** Sends the oldest packet once the line has had the time for it. */
  #next(): void {
    const [first] = this.#queue;
    if (first === undefined) return;
    this.#pump = setTimeout(
      () => {
        this.#queue.shift();
        this.#queued -= first.packet.length;
        this.#front.send(first.packet, first.port, "127.0.0.1");
        this.#next();
      },
      (1000 * first.packet.length) / this.rate,
    );
  }

  #back(port: number): Socket {
    const known = this.#backs.get(port);
    if (known !== undefined) return known;
    const back = createSocket("udp4");
    back.on("message", (packet) => {
      if (this.passes("down")) this.#down(packet, port);
    });
    this.#backs.set(port, back);
    return back;
  }
}
