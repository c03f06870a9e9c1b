// Runs before every command, as `node --import` or on its own. Plain JavaScript that any Node can read: an
// older one refuses the project's .ts files with an error that says nothing to a player.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Pushback needs Node 22.18 or newer and was started with Node ${process.versions.node}.\n` +
      "npm install brings Node 24 and the npm scripts use it: run npm install, then npm start. If that was done,\n" +
      "npm did not run the install script of the package node: run npm rebuild node.",
  );
  process.exit(1);
}
