/**
 * Lets this browser keep the page, so that it opens without a network. Only secure pages may have that; where it cannot be, the page
 * is as it would be without.
 */
export async function keepPage(): Promise<void> {
  try {
    // Relative to the document, as all is that was built for any path.
    await navigator.serviceWorker?.register(`${import.meta.env.BASE_URL}sw.js`);
  } catch {
    // A browser that keeps nothing, or a host that lets nothing be kept: nobody asked for it.
  }
}
