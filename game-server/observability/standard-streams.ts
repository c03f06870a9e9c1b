/**
 * Lets this process live on when nobody reads what it prints: the error of a pipe that is closed is nobody's, and would
 * end it. A pipe that is full is never waited for either, once Node has opened the streams, as this does.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}
