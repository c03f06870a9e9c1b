import fc from "fast-check";
import { describe, it } from "vitest";
import { z } from "zod";
import { NIGHTLY } from "../support/nightly.ts";
import { arena } from "./inputs/arenas.ts";
import { batch } from "./inputs/batches.ts";
import { datagram, reliable } from "./inputs/datagrams.ts";
import { oddFrame } from "./inputs/frames.ts";
import { joinOptions } from "./inputs/join-options.ts";
import { offer } from "./inputs/offers.ts";
import { campaign } from "./support/campaign.ts";
import { readCorpus } from "./support/corpus.ts";
import {
  readAddress,
  readArena,
  readBatches,
  readDatagrams,
  readFrames,
  readOffer,
  readOptions,
} from "./support/decoders.ts";
import { byDayOrNight } from "./support/settings.ts";

const bytesOver = fc.oneof(
  datagram(oddFrame).map((bytes) => ({ reliable: false, bytes })),
  reliable.map((bytes) => ({ reliable: true, bytes })),
);
const forwarded = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc
    .array(fc.constantFrom("1", "::", ":", "ffff", ".", ",", " ", "%", "[", "fe80", "256", "1.2.3.4"), {
      maxLength: 20,
    })
    .map((parts) => parts.join("")),
);

const bytes = z.array(z.number());

/** Something that reads what strangers send. */
interface Decoder {
  /** What the corpus calls it. */
  readonly name: string;
  /** What is true of it. */
  readonly rule: string;
  /** Reads inputs of the corpus. */
  again(inputs: readonly unknown[]): void;
  /** Reads inputs of the dice. */
  fuzz(): Promise<void>;
}

function decoder<Input>(
  name: string,
  rule: string,
  schema: z.ZodType<Input>,
  input: fc.Arbitrary<Input>,
  read: (inputs: readonly Input[]) => void,
): Decoder {
  return {
    name,
    rule,
    again: (inputs) => read(z.array(schema).parse(inputs)),
    async fuzz() {
      let inputs = 0;
      const enough = byDayOrNight(4_000, 115_000);
      await campaign({
        name: rule,
        input,
        atOnce: 100,
        run(some) {
          inputs += some.length;
          read(some);
        },
        isDone: () => inputs >= enough,
        mostMs: byDayOrNight(10_000, 600_000),
      });
      if (NIGHTLY) console.log(`${name}: ${inputs} inputs`);
    },
  };
}

function each<Input>(one: (input: Input) => void) {
  return (inputs: readonly Input[]): void => inputs.forEach(one);
}

const message = z.object({ reliable: z.boolean(), bytes });
const DECODERS: readonly Decoder[] = [
  decoder("frames", "an input of our own, or none", bytes, oddFrame, readFrames),
  decoder("batches", "each record once, or a refusal", bytes, batch(oddFrame), readBatches),
  decoder("datagrams", "pieces, or garbled", message, bytesOver, readDatagrams),
  decoder("offers", "without addresses, or refused", z.string(), offer, each(readOffer)),
  decoder(
    "options",
    "legal, or refused for a reason that pages know",
    z.unknown(),
    joinOptions,
    each(readOptions),
  ),
  decoder("maps", "an arena, or refused in words", z.unknown(), arena, each(readArena)),
  decoder("addresses", "some text to count by", z.string(), forwarded, each(readAddress)),
];

describe("whatever is read is", { timeout: byDayOrNight(60_000, 900_000) }, () => {
  it.each(DECODERS)("$rule: $name", async ({ name, again, fuzz }) => {
    for (const harm of readCorpus()) if ("decoder" in harm && harm.decoder === name) again(harm.inputs);
    await fuzz();
  });
});
