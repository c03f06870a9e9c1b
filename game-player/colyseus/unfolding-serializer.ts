import { SchemaSerializer } from "@colyseus/sdk";
import { unfoldPlaces } from "#shared/state/folded-place.ts";

type Handshake = Parameters<SchemaSerializer["handshake"]>;

/** Decodes states as the SDK does, and puts the places that patches fold up where readers look for them. */
export class UnfoldingSerializer extends SchemaSerializer {
  override handshake(...handshake: Handshake): void {
    super.handshake(...handshake);
    unfoldPlaces(this.decoder);
  }
}
