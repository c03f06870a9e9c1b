/** Parts of the netcode that can be switched off, to show what they are worth. In the game everything is on. */
export interface Switches {
  /** The own character moves before the server has answered. */
  prediction: boolean;
  /** The own character runs into others at once, where they are last known to be. */
  contacts: boolean;
  /** Inputs leave so that they come just in time. */
  pacing: boolean;
  /** Others are drawn this late (ms) whatever the line is like; undefined adapts to it. */
  fixedDelayMs: number | undefined;
}

export const ALL_ON: Readonly<Switches> = {
  prediction: true,
  contacts: true,
  pacing: true,
  fixedDelayMs: undefined,
};
