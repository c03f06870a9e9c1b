import { networkInterfaces } from "node:os";

/** First address of this machine in its own network, where a phone in the same Wi-Fi finds it; undefined without one. */
export function lanAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flat()
    .find((entry) => entry?.family === "IPv4" && !entry.internal)?.address;
}
