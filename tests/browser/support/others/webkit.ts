import { type ChildProcess, spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { z } from "zod";
import { freePort } from "#server/processes/free-port.ts";
import type { WebKitPrograms } from "../../../../tools/other-browsers.ts";
import { waitFor } from "../../../support/wait-for.ts";
import type { OtherPage } from "./other-page.ts";

const Session = z.object({ value: z.object({ sessionId: z.string() }) });
const Value = z.object({ value: z.unknown() });

const Problems = z.array(z.string());
/** The driver tells of no console, so the page collects what goes wrong in it. */
const COLLECT = `
  const problems = (window.problemsOfTest = []);
  const log = console.error;
  console.error = (...said) => { problems.push(said.join(" ")); log(...said); };
  addEventListener("error", ({ message }) => problems.push(message));
  addEventListener("unhandledrejection", ({ reason }) => problems.push(String(reason)));
`;

/** Starts a screen in memory that chooses its own number. Returns the process and that number. */
async function startScreen(program: string): Promise<{ screen: ChildProcess; display: string }> {
  const screen = spawn(program, ["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let told = "";
  screen.stdout?.on("data", (data) => {
    told += data;
  });
  await waitFor("a screen in memory", () => Promise.resolve(/^\d+\n/.test(told)));
  return { screen, display: `:${told.trim()}` };
}

/** Starts WebKitGTK's small browser on a screen in memory, by WebDriver over HTTP (https://www.w3.org/TR/webdriver2/). */
export async function openWebKit(programs: WebKitPrograms): Promise<OtherPage> {
  const { screen, display } = await startScreen(programs.screen);
  const port = await freePort();
  const driver = spawn(programs.driver, [`--port=${port}`], {
    env: {
      ...process.env,
      DISPLAY: display,
      // Root has no use of the sandbox, and there is no graphics card.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
      LIBGL_ALWAYS_SOFTWARE: "1",
    },
    stdio: "ignore",
  });
  const base = `http://127.0.0.1:${port}`;
  await waitFor("the driver", () => fetch(`${base}/status`).then(({ ok }) => ok));
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${base}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    const said: unknown = await answer.json();
    if (!answer.ok) throw new Error(`WebKit's driver refused ${method} ${path}: ${JSON.stringify(said)}`);
    return said;
  };
  const options = { binary: programs.browser, args: ["--automation"] };
  const { sessionId } = Session.parse(
    await ask("POST", "/session", {
      capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } },
    }),
  ).value;
  const session = `/session/${sessionId}`;
  await ask("POST", `${session}/window/rect`, { x: 0, y: 0, width: 1280, height: 800 });
  const run = async (script: string): Promise<unknown> =>
    Value.parse(await ask("POST", `${session}/execute/sync`, { script, args: [] })).value;
  return {
    problems: async () => Problems.parse(await run("return window.problemsOfTest")),
    async goTo(url) {
      await ask("POST", `${session}/url`, { url });
      await run(COLLECT);
    },
    // The types of an expression are the test's own matter.
    evaluate: (expression) => run(`return (${expression})`) as Promise<never>,
    async key(key, down) {
      const actions = [{ type: down ? "keyDown" : "keyUp", value: key }];
      await ask("POST", `${session}/actions`, { actions: [{ type: "key", id: "keys", actions }] });
    },
    async screenshot(path) {
      const { value } = Value.parse(await ask("GET", `${session}/screenshot`));
      await writeFile(path, Buffer.from(String(value), "base64"));
    },
    async close() {
      await ask("DELETE", session).catch(() => {});
      driver.kill();
      screen.kill();
    },
  };
}
