import { SchemaSerializer } from "@colyseus/sdk";
import { unfold } from "#shared/state/unfold.ts";

type Handshake = Parameters<SchemaSerializer["handshake"]>;

/** Decodes states as the SDK does, and puts what patches fold up where readers look for it. */
export class UnfoldingSerializer extends SchemaSerializer {
  override handshake(...handshake: Handshake): void {
    super.handshake(...handshake);
    unfold(this.decoder);
  }
}
