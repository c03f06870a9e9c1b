import { randomUUID } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";

const ISSUER = "pushback";
const ALGORITHM = "HS256";

/** Who somebody is beyond one stay in a room. */
export interface Guest {
  /** An opaque id. Only the server knows it. */
  readonly id: string;
  /** What proves it the next time; absent for whoever has shown it. */
  readonly token?: string;
}

/**
 * Guests are whoever shows a token that this server has signed. It says nothing but an id that nobody guesses, and does not
 * expire: whoever loses it is somebody new.
 */
export class GuestTokens {
  readonly #secret: Uint8Array;

  /** @param secret Whoever knows it can be anybody: at least 32 bytes that nobody guesses. */
  constructor(secret: Uint8Array) {
    this.#secret = secret;
  }

  /** The guest of a token. One that this server has not signed, or none, makes somebody new. */
  async identify(token: string): Promise<Guest> {
    const id = token === "" ? undefined : await this.#read(token);
    return id === undefined ? this.#mint() : { id };
  }

  async #mint(): Promise<Guest> {
    const id = randomUUID();
    const token = await new SignJWT()
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(ISSUER)
      .setSubject(id)
      .sign(this.#secret);
    return { id, token };
  }

  async #read(token: string): Promise<string | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.#secret, { algorithms: [ALGORITHM], issuer: ISSUER });
      return payload.sub;
    } catch {
      return undefined;
    }
  }
}
