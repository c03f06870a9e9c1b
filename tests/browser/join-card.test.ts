import { describe, expect, it, onTestFinished } from "vitest";
import { createRoom, joinRoom } from "../support/game.ts";
import { codeLines, runRoomCommand } from "../support/room-command.ts";
import { readTerminalCode } from "../support/terminal-picture.ts";
import { waitFor } from "../support/wait-for.ts";
import { useBrowser } from "./support/browser.ts";
import { figures, inMatch, PATIENCE, plainLooks, until, withSettings } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

const PHONE = {
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 1,
  viewport: { width: 390, height: 844 },
};

describe("a room from a terminal", () => {
  it("is private, and its QR code leads a phone through the card into it", async () => {
    const { url } = server();
    const args = ["--server", url, "--private", "--arena", "meadow", "--bots", "1", "--name", "Friday night"];
    const command = runRoomCommand(args);
    onTestFinished(async () => {
      command.interrupt();
      await command.ended;
    });
    await waitFor("the invitation", () => command.output().includes("Ctrl-C"));
    const code = /Code: +([A-Z0-9]{5})/.exec(command.output())?.[1];
    const link = readTerminalCode(codeLines(command.output()));
    expect(link).toBe(`${url}/r/${code}`);
    const list = await (await fetch(`${url}/api/rooms`)).text();
    expect(list).not.toContain(code);

    // A newcomer is asked for a name before anything else.
    const opened = await open(link ?? "", { ...withSettings(url, { name: "" }), ...PHONE });
    const { page } = opened;
    await page.getByTestId("card-title").waitFor({ timeout: PATIENCE });
    expect(await page.getByTestId("card-title").textContent()).toBe("Friday night");
    const enter = page.getByTestId("card-join");
    expect(await enter.isDisabled()).toBe(true);
    await page.getByTestId("card-name").fill("Ann");
    expect(await enter.evaluate((button) => button.getBoundingClientRect().bottom)).toBeLessThan(844);
    await opened.screenshot("card-390x844");
    await enter.tap();
    const { room, own } = await inMatch(page);
    expect([room, own?.name]).toEqual([code, "Ann"]);
    // The host only watches: there are Ann and a bot.
    expect((await figures(page)).others).toHaveLength(1);
    await waitFor("the news", () => command.output().includes("Ann has come in."));
    command.interrupt();
    expect(await command.ended).toBe(0);
    expect(command.errors()).toBe("");
    opened.expectClean();
  });

  it("says what is wrong with its arguments, and what the server says against them", async () => {
    const wrong = runRoomCommand(["--seats", "many"]);
    expect(await wrong.ended).toBe(2);
    expect(wrong.errors()).toMatch(/^--seats: .*found "many"\.\n.*--help/);
    const refused = runRoomCommand(["--server", server().url, "--arena", "atlantis"]);
    expect(await refused.ended).toBe(1);
    expect(refused.errors()).toContain('There is no arena "atlantis"');
    const nobody = runRoomCommand(["--server", "http://127.0.0.1:9"]);
    expect(await nobody.ended).toBe(1);
    expect(nobody.errors()).toBe("No server answers at http://127.0.0.1:9.\n");
  });
});

describe("the card of a room", () => {
  it("is one key away from the room for whoever has played before, and says who is in", async () => {
    const { url } = server();
    const host = await createRoom(server(), { name: "Bob", maxPlayers: 2 });
    const code = host.room.roomId;
    const opened = await open(`${url}/r/${code}`, withSettings(url, { name: "Ann" }));
    const { page } = opened;
    await page.getByTestId("card-people").getByText("Bob").waitFor({ timeout: PATIENCE });
    await until(page, () => document.activeElement?.getAttribute("data-testid") === "card-join", undefined);
    await opened.screenshot("card-1280x720");

    const guest = await joinRoom(server(), code, { name: "Cleo" });
    await page.keyboard.press("Enter");
    await page.getByTestId("card-notice").waitFor({ timeout: PATIENCE });
    // The card asks again when the room has said no; the button waits for that answer.
    await page.locator("[data-testid=card-join]:disabled").waitFor({ timeout: PATIENCE });
    await guest.leave();
    await page.getByTestId("card-notice").waitFor({ state: "detached", timeout: PATIENCE });
    await until(page, () => document.activeElement?.getAttribute("data-testid") === "card-join", undefined);
    await page.keyboard.press("Enter");
    expect((await inMatch(page)).room).toBe(code);
    expect(new URL(page.url()).search).toBe(`?room=${code}`);
    // The seat is kept: no card stands between a reload and the match.
    await page.reload();
    expect((await inMatch(page)).room).toBe(code);

    await page.keyboard.press("Escape");
    await page.getByTestId("invite").click();
    expect(await page.getByTestId("invite-link").textContent()).toBe(
      `${new URL(page.url()).origin}/r/${code}`,
    );
    const box = await page.getByTestId("qr").boundingBox();
    expect(box?.width).toBeGreaterThan(400);
    await opened.screenshot("invite-1280x720");
    opened.expectClean();
    await host.leave();
  });

  it("asks for a password, and says when the room is gone, with a way on", async () => {
    const { url } = server();
    const host = await createRoom(server(), { name: "Bob", password: "x" });
    const code = host.room.roomId;
    const landscape = { ...PHONE, viewport: { width: 844, height: 390 } };
    const opened = await open(`${url}/r/${code}`, { ...plainLooks(url, "Ann"), ...landscape });
    const { page } = opened;
    await page.getByTestId("card-password").fill("wrong");
    await opened.screenshot("card-844x390");
    await page.getByTestId("card-join").tap();
    await page.getByTestId("card-notice").getByText("not the password").waitFor({ timeout: PATIENCE });
    await host.leave();
    await page.getByTestId("card-password").fill("x");
    await page.getByTestId("card-join").tap();
    await page.getByTestId("card-gone").waitFor({ timeout: PATIENCE });
    await opened.screenshot("card-gone-844x390");
    await page.keyboard.press("Escape");
    await page.getByTestId("menu").waitFor({ timeout: PATIENCE });
    expect(new URL(page.url()).search).toBe("");
    opened.expectClean();
  });
});
