/** A script for the page of the lab, put there before its own: notes when what was drawn, and for how long nothing was. */

/** Milliseconds since the change. */
export interface Watched {
  readonly first: number;
  readonly whole: number;
}

/**
 * `watch.arm()` before a change; `watch.until(slot, from, longest)` resolves when the preview is whole: how long it took until the
 * line of the slot was another one and reached beyond `from`, and until it reached the end. Frames are counted when they are painted.
 */
export const WATCH = `
globalThis.watch = (() => {
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask", buffered: true });
  let begun = 0;
  let before = "";
  let end = "";
  const pathOf = (slot) => document.querySelector(".chart .line.series-" + slot);
  const note = (event) => {
    if (begun < 0) begun = event.timeStamp;
  };
  for (const name of ["keydown", "pointerdown", "input", "change"]) addEventListener(name, note, true);
  return {
    arm() {
      before = pathOf(1)?.getAttribute("d") ?? "";
      end = pathOf(1)?.dataset.until ?? "";
      begun = -1;
    },
    until(slot, from, longest) {
      return new Promise((resolve, reject) => {
        const found = { first: NaN, whole: NaN };
        const latest = performance.now() + longest;
        // A change that changes nothing is drawn again all the same.
        let isOther = false;
        const look = () => {
          const path = pathOf(slot);
          const until = path?.dataset.until ?? "";
          isOther ||= path !== null && (path.getAttribute("d") !== before || until < end);
          const at = performance.now() - begun;
          if (isOther && until >= from && Number.isNaN(found.first)) found.first = at;
          const isWhole = [...document.querySelectorAll("footer .hash")].every((one) => one.textContent !== "…");
          if (isOther && isWhole && !Number.isNaN(found.first)) {
            found.whole = at;
            resolve(found);
          } else if (performance.now() > latest) reject(new Error("nothing new was drawn"));
          else requestAnimationFrame(painted);
        };
        // A task after the frame: what the frame drew is on the screen.
        const painted = () => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            port1.close();
            look();
          };
          port2.postMessage(undefined);
        };
        requestAnimationFrame(painted);
      });
    },
    blocked: () => Math.max(0, ...tasks.map(({ duration }) => duration)),
  };
})();`;
