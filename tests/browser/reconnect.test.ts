import { describe, expect, it, onTestFinished } from "vitest";
import { DelayProxy } from "#lab/transports/link/delay-proxy.ts";
import { createRoom, joinRoom } from "../support/game.ts";
import { useBrowser } from "./support/browser.ts";
import { arenaOf, Driver } from "./support/driver.ts";
import {
  figures,
  inMatch,
  joinByCode,
  PATIENCE,
  plainLooks,
  ticksLater,
  until,
  untilPhase,
} from "./support/game-page.ts";
import { startServer, useServer } from "./support/server.ts";

// The Canvas renderer leaves more of a slow machine to the game; the drawing is not what is tested here.
const open = useBrowser({ renderer: "canvas" });

/** What the browser itself says of a line that was cut. */
const CUT = [
  /WebSocket connection to .* failed/,
  /^failed request: .*ERR_|net::ERR_(CONNECTION|EMPTY|SOCKET|INCOMPLETE)/,
];

/** How far (ms) the time of day is put forward for a page that waits in vain. */
const PUT_FORWARD_MS = 15_000;

describe("a page that lost its match", () => {
  const server = useServer();

  it("resumes the same character after a reload, with its score", async () => {
    const host = await createRoom(server(), { arena: "meadow", name: "Host" });
    const { page, expectClean } = await open(
      `${server().url}/?room=${host.room.roomId}&join=1`,
      plainLooks(server().url, "Ann"),
    );
    const before = await inMatch(page);
    await untilPhase(page, "playing");
    await new Driver(page).runOff(arenaOf("meadow"));
    await until(page, () => window.pushback.scores.some((row) => row.falls === 1), undefined);
    const id = before.sessionId ?? "";
    await page.reload();
    const after = await inMatch(page);
    expect(after.sessionId).toBe(id);
    expect(after.room).toBe(before.room);
    expect(after.own?.name).toBe("Ann");
    expect(after.scores.find((row) => row.id === id)?.falls).toBe(1);
    expect(host.room.state.players.size).toBe(2);
    // It is not a picture of the character only: it obeys, and the server has it move.
    const { x } = await new Driver(page).restingPlaceOf(id).then((place) => place ?? { x: Number.NaN });
    await page.keyboard.down("KeyD");
    await host.until("movement", (state) => Math.abs((state.players.get(id)?.x ?? x) - x) > 0.5);
    await page.keyboard.up("KeyD");
    expectClean();
    await host.leave();
  });

  it("says so while its line is cut, counts down, and goes on where it was", async () => {
    const proxy = await DelayProxy.start({ targetPort: server().port });
    onTestFinished(() => proxy.close());
    const host = await createRoom(server(), { arena: "meadow", name: "Host" });
    const opened = await open(`${proxy.url}/?room=${host.room.roomId}&join=1`, plainLooks(proxy.url, "Ann"));
    const { page } = opened;
    const { sessionId: id = "" } = await inMatch(page);
    proxy.refuse();
    proxy.cut();
    const overlay = page.getByTestId("reconnecting");
    await overlay.waitFor({ timeout: PATIENCE });
    await host.until("the mark", (state) => state.seats.get(id)?.connected === false);
    const seconds = () => page.getByTestId("reconnect-seconds").textContent();
    const first = Number.parseInt((await seconds()) ?? "", 10);
    expect(first).toBeLessThanOrEqual(20);
    await until(
      page,
      (from) =>
        Number.parseInt(document.querySelector("[data-testid=reconnect-seconds]")?.textContent ?? "", 10) <
        from,
      first,
    );
    proxy.accept();
    await overlay.waitFor({ state: "detached", timeout: PATIENCE });
    const after = await inMatch(page);
    expect(after.sessionId).toBe(id);
    await host.until("the mark gone", (state) => state.seats.get(id)?.connected === true);
    await ticksLater(page, 10);
    const x = host.room.state.players.get(id)?.x ?? 0;
    await page.keyboard.down("KeyD");
    await host.until("movement", (state) => Math.abs((state.players.get(id)?.x ?? x) - x) > 0.5);
    await page.keyboard.up("KeyD");
    opened.expectClean(CUT);
    await host.leave();
  });

  it("can be left for the menu while the line stays cut", async () => {
    const proxy = await DelayProxy.start({ targetPort: server().port });
    onTestFinished(() => proxy.close());
    const host = await createRoom(server(), { arena: "meadow" });
    const opened = await open(`${proxy.url}/?room=${host.room.roomId}&join=1`, plainLooks(proxy.url, "Ann"));
    const { page } = opened;
    const { sessionId: id = "" } = await inMatch(page);
    proxy.refuse();
    proxy.cut();
    await page.getByTestId("reconnecting").getByTestId("leave").click({ timeout: PATIENCE });
    await page.getByTestId("menu").waitFor();
    expect((await figures(page)).own).toBeUndefined();
    expect(new URL(page.url()).search).toBe("");
    // A network that comes back neither pulls the player back in nor leaves a character without its player.
    proxy.accept();
    await host.until("the seat to be free", (state) => !state.players.has(id), PATIENCE);
    expect((await figures(page)).screen).toBe("menu");
    await joinByCode(page, host.room.roomId);
    opened.expectClean(CUT);
    await host.leave();
  });
});

describe("a server that ends", () => {
  it("in order, says good-bye, and the page says so with a way on", async () => {
    const server = await startServer();
    onTestFinished(() => server.stop());
    const host = await createRoom(server, { arena: "meadow", bots: 2 });
    const opened = await open(
      `${server.url}/?room=${host.room.roomId}&join=1`,
      plainLooks(server.url, "Ann"),
    );
    await inMatch(opened.page);
    host.vanish();
    await server.stop();
    const closed = opened.page.getByTestId("closed");
    await closed.waitFor({ timeout: PATIENCE });
    expect(await closed.textContent()).toContain("The server is going down");
    // Trying again finds nobody, and says that as well.
    await closed.getByTestId("retry").click();
    await opened.page.getByText("The server does not answer").waitFor({ timeout: PATIENCE });
    await opened.page.getByTestId("to-menu").click();
    await opened.page.getByTestId("menu").waitFor();
    opened.expectClean(CUT);
  });

  it("without a word is waited for, and given up when its time is over", async () => {
    const server = await startServer();
    onTestFinished(() => server.stop());
    const host = await createRoom(server, { arena: "meadow" });
    const opened = await open(
      `${server.url}/?room=${host.room.roomId}&join=1`,
      plainLooks(server.url, "Ann"),
    );
    await inMatch(opened.page);
    // Some of the page's files come while the match runs, and are not what this is about.
    await opened.page.waitForLoadState("networkidle");
    host.vanish();
    await server.kill();
    await opened.page.getByTestId("reconnecting").waitFor({ timeout: PATIENCE });
    // Most of the 20 s that a seat is kept pass at once: the page goes by the time of day.
    await opened.page.evaluate((ms) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + ms;
    }, PUT_FORWARD_MS);
    const closed = opened.page.getByTestId("closed");
    await closed.waitFor({ timeout: PATIENCE });
    expect(await closed.textContent()).toContain("The connection is lost");
    await closed.getByTestId("to-menu").click();
    await opened.page.getByTestId("menu").waitFor();
    opened.expectClean(CUT);
  });
});

describe("a room that one cannot enter", () => {
  const server = useServer();
  const notice = "notice";

  it("because there is none with that code", async () => {
    const opened = await open(server().url, plainLooks(server().url, "Ann"));
    await opened.page.getByTestId("join-code").fill("ZZZZZ");
    await opened.page.getByTestId("join").click();
    const said = opened.page.getByTestId(notice);
    await said.waitFor({ timeout: PATIENCE });
    expect(await said.textContent()).toContain("There is no room with the code ZZZZZ.");
    opened.expectClean();
  });

  it("because the link is none", async () => {
    const opened = await open(`${server().url}/?room=nonsense&join=1`, plainLooks(server().url, "Ann"));
    const said = opened.page.getByTestId(notice);
    await said.waitFor({ timeout: PATIENCE });
    expect(await said.textContent()).toContain("That is no room code");
    // The wrong code does not stay in the address, where a reload would find it again.
    expect(new URL(opened.page.url()).search).toBe("");
    opened.expectClean();
  });

  it("because it is full", async () => {
    const host = await createRoom(server(), { maxPlayers: 2, name: "Host" });
    const guest = await joinRoom(server(), host.room.roomId);
    const code = host.room.roomId;
    const opened = await open(`${server().url}/?room=${code}&join=1`, plainLooks(server().url, "Ann"));
    // It leads to the card, from which one can watch.
    const said = opened.page.getByTestId("card-notice");
    await said.waitFor({ timeout: PATIENCE });
    expect(await said.textContent()).toContain("All seats are taken. You can watch");
    expect(await opened.page.getByTestId("card-watch").isEnabled()).toBe(true);
    await opened.page.getByTestId("card-menu").click();
    // The list says it before one tries.
    await opened.page.getByTestId("rooms").click();
    const row = opened.page.locator(`[data-testid=room][data-code="${code}"]`);
    await row.waitFor({ timeout: PATIENCE });
    expect(await row.getByText("Full").isVisible()).toBe(true);
    expect(await row.getByRole("button", { name: "Join" }).isDisabled()).toBe(true);
    expect(await row.getByTestId("room-watch").isEnabled()).toBe(true);
    opened.expectClean();
    await guest.leave();
    await host.leave();
  });

  it("without its password, of which the page asks until it is right", async () => {
    const host = await createRoom(server(), { password: "sesame", name: "Host" });
    const opened = await open(
      `${server().url}/?room=${host.room.roomId}&join=1`,
      plainLooks(server().url, "Ann"),
    );
    const { page } = opened;
    const dialog = page.getByTestId("password-dialog");
    await dialog.waitFor({ timeout: PATIENCE });
    expect(await page.getByTestId("password-wrong").count()).toBe(0);
    await page.getByTestId("password").fill("parsley");
    await page.getByTestId("password-join").click();
    await page.getByTestId("password-wrong").waitFor({ timeout: PATIENCE });
    await page.getByTestId("password").fill("sesame");
    await page.getByTestId("password-join").click();
    const { room } = await inMatch(page);
    expect(room).toBe(host.room.roomId);
    opened.expectClean();
    await host.leave();
  });
});
