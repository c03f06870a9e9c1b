/** The server does not answer as it should: nothing can be shown. */
export function LabTrouble() {
  return (
    <main class="lab-trouble panel">
      <h1>The Push Lab cannot begin</h1>
      <p>The server does not answer. Perhaps it is restarting, or your network is down.</p>
      <p>
        <a class="button button-sun" href="/lab">
          <span>Try again</span>
        </a>{" "}
        <a class="button" href="/">
          <span>To the game</span>
        </a>
      </p>
    </main>
  );
}
