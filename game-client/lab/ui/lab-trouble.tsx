import { t } from "../../words/t.ts";

/** The server does not answer as it should: nothing can be shown. */
export function LabTrouble() {
  return (
    <main class="lab-trouble panel">
      <h1>{t(($) => $.lab.trouble.title)}</h1>
      <p>{t(($) => $.lab.trouble.text)}</p>
      <p>
        <a class="button button-sun" href="/lab">
          <span>{t(($) => $.common.tryAgain)}</span>
        </a>{" "}
        <a class="button" href="/">
          <span>{t(($) => $.lab.trouble.toGame)}</span>
        </a>
      </p>
    </main>
  );
}
