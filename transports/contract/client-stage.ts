import type { ClientTransportFactory } from "./client-transport.ts";
import type { Stage } from "./stage.ts";

/** Puts a stage in front of the player's end of a transport: all frames of its connections pass it. */
export function behindStage(make: ClientTransportFactory, stage: Stage): ClientTransportFactory {
  return (events) => {
    const hand = (frame: Uint8Array): void => events.onmessage?.({ data: frame });
    const transport = make({
      onopen: (event) => events.onopen?.(event),
      onmessage({ data }) {
        const frame = data instanceof Uint8Array ? data : new Uint8Array(data);
        if (stage.down === undefined) hand(frame);
        else stage.down(frame, hand);
      },
      onclose: (event) => events.onclose?.(event),
      onerror: (event) => events.onerror?.(event),
    });
    const { up } = stage;
    if (up === undefined) return transport;
    const send = transport.send.bind(transport);
    const sendUnreliable = transport.sendUnreliable.bind(transport);
    transport.send = (frame) => up.call(stage, frame, send);
    transport.sendUnreliable = (frame) => up.call(stage, frame, sendUnreliable);
    return transport;
  };
}
