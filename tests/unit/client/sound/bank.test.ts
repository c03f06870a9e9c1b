import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { SoundBank } from "#client/sound/bank.ts";
import type { Recipe } from "#client/sound/recipe.ts";

/** As much of the browser's own as the bank asks of it. */
class FakeAudioBuffer {
  readonly samples: Float32Array;

  constructor({ length }: { length: number }) {
    this.samples = new Float32Array(length);
  }

  copyToChannel(samples: Float32Array): void {
    this.samples.set(samples);
  }
}

const sound = (peak: number): Recipe => ({ layers: [], peak });

/** A bank whose sounds are rendered when the test says so; `asked` are those that were asked for, by their peak. */
function openBank() {
  const asked: number[] = [];
  const open: (() => void)[] = [];
  const bank = new SoundBank(({ peak }) => {
    asked.push(peak);
    return new Promise((resolve) => open.push(() => resolve(Float32Array.of(peak))));
  });
  const renderOne = async (): Promise<void> => {
    open.shift()?.();
    await vi.waitFor(() => undefined);
  };
  return { bank, asked, renderOne };
}

describe("a bank of sounds", () => {
  beforeAll(() => void vi.stubGlobal("AudioBuffer", FakeAudioBuffer));
  afterAll(() => void vi.unstubAllGlobals());

  it("has them rendered one after the other, each once", async () => {
    const { bank, asked, renderOne } = openBank();
    const [first, second] = [sound(0.5), sound(0.25)];
    bank.prepare([first, second]);
    bank.prepare([second, first]);
    expect(asked).toEqual([0.5]);
    await renderOne();
    expect(asked).toEqual([0.5, 0.25]);
    expect([bank.isReady(first), bank.isReady(second)]).toEqual([true, false]);
    await renderOne();
    bank.prepare([first]);
    expect(asked).toEqual([0.5, 0.25]);
    expect(bank.get(second)).toMatchObject({ samples: Float32Array.of(0.25) });
  });

  it("has one that is in a hurry rendered next", async () => {
    const { bank, asked, renderOne } = openBank();
    const urgent = sound(0.75);
    bank.prepare([sound(0.5), sound(0.25), urgent]);
    bank.hurry(urgent);
    for (let i = 0; i < 3; i++) await renderOne();
    expect(asked).toEqual([0.5, 0.75, 0.25]);
  });

  it("has none before it was rendered", () => {
    const { bank } = openBank();
    const recipe = sound(0.5);
    bank.prepare([recipe]);
    expect(bank.get(recipe)).toBeUndefined();
  });
});
