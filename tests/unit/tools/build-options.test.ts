import { describe, expect, it } from "vitest";
import { BUILD_HELP, readBuildOrder } from "../../../tools/build-options.ts";

describe("npm run build", () => {
  it("builds the page that the server serves", () => {
    expect(readBuildOrder([])).toEqual({ what: "client" });
  });

  it("builds one without a server, wherever it is wanted", () => {
    expect(readBuildOrder(["--offline"])).toEqual({ what: "offline", folder: "dist/offline" });
    expect(readBuildOrder(["--offline", "--out", "/srv/demo"])).toEqual({
      what: "offline",
      folder: "/srv/demo",
    });
  });

  it("says what it can do, and names what it does not know", () => {
    expect(readBuildOrder(["--help", "--offline"])).toEqual({ what: "help" });
    for (const option of ["--offline", "--out", "--help"]) expect(BUILD_HELP).toContain(option);
    expect(() => readBuildOrder(["--ofline"])).toThrow("--ofline");
    expect(() => readBuildOrder(["--out", "x"])).toThrow("--offline");
  });
});
