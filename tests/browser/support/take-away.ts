/** Scripts for `beforeLoad`, which take something away from a browser before the page asks for it. */

/** Removes globals, or members given as "Owner.prototype.name", as if the browser had never had them. */
export function without(...paths: string[]): string {
  const remove = (all: string[]): void => {
    for (const path of all) {
      const keys = path.split(".");
      const name = keys.pop() ?? "";
      const owner = keys.reduce((at: object, key) => Reflect.get(at, key), globalThis);
      Reflect.deleteProperty(owner, name);
      if (name in owner) throw new Error(`${path} is still there`);
    }
  };
  return `(${remove})(${JSON.stringify(paths)});`;
}

/** Reading one of these globals throws, as where a setting of the browser forbids it. */
export function forbidding(...names: string[]): string {
  const forbid = (all: string[]): void => {
    for (const name of all) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
      });
    }
  };
  return `(${forbid})(${JSON.stringify(names)});`;
}
