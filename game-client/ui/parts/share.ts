/** Whether the device has a dialogue for sharing: only pages from a secure address do. */
export function canShare(): boolean {
  return "share" in navigator;
}

/**
 * Opens the device's own dialogue for sharing a link. Returns false where there is none, or when it cannot be opened; a
 * person who closes it has had it.
 */
export async function shareLink(text: string, url: string): Promise<boolean> {
  if (!canShare()) return false;
  try {
    await navigator.share({ text, url });
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError";
  }
}
