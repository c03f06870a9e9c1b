/** A limit of time. */
export interface TimeLimit {
  readonly ms: number;
  /** Calls back once, not before `delayMs` have passed. Returns a way to call it off. */
  after(delayMs: number, callback: () => void): () => void;
}

/**
 * Waits for somebody to be let in, but not for ever; `leave` is called with whoever comes too late: they shall not stay
 * without anybody who counts on it. @throws what `joining` throws, or an Error when it takes too long.
 */
export function joinWithin<T>(
  { ms, after }: TimeLimit,
  joining: Promise<T>,
  leave: (late: T) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let late = false;
    const callOff = after(ms, () => {
      late = true;
      reject(new Error(`The server did not let somebody in within ${ms / 1000} s.`));
    });
    joining.then(
      (joined) => {
        callOff();
        if (late) leave(joined);
        else resolve(joined);
      },
      (error) => {
        callOff();
        reject(error);
      },
    );
  });
}
