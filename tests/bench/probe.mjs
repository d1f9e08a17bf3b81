// Runs in the page before any of its own scripts; results live on window.consentBench.
export function probe({ toggle, clickAtOnce }) {
  const bench = (window.consentBench = { toggleAt: 0, lcp: 0, shift: 0, tasks: [], events: [], writes: [] });

  const observe = (type, take, options) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...options });
  observe('largest-contentful-paint', (e) => (bench.lcp = e.startTime));
  observe('layout-shift', (e) => !e.hadRecentInput && (bench.shift += e.value));
  observe('longtask', (e) => bench.tasks.push({ start: e.startTime, duration: e.duration }));
  observe(
    'event',
    (e) => e.interactionId && bench.events.push({ id: e.interactionId, name: e.name, duration: e.duration }),
    {
      durationThreshold: 16,
    },
  );

  // Called inside a frame callback: runs once that frame has been painted.
  const afterPaint = (done) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => done(performance.now()));
    port1.start();
    port2.postMessage(0);
  };

  const toggles = () => [...document.querySelectorAll(toggle)];
  const state = (el) => String(el?.checked ?? el?.getAttribute('aria-checked') ?? el?.getAttribute('aria-pressed'));

  // Rendered, on screen, enabled, and what a pointer at its centre would hit.
  // An input's own opacity is ignored: custom switches hide it under their drawing.
  const operable = (el) => {
    if (el.disabled || el.getAttribute('aria-disabled') === 'true') return false;
    const { x, y, width, height } = el.getBoundingClientRect();
    if (!width || !height) return false;
    if (!el.parentElement.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    return !!hit && (el.parentElement.contains(hit) || [...(el.labels ?? [])].some((label) => label.contains(hit)));
  };

  const watch = () => {
    const index = toggles().findIndex(operable);
    if (index < 0) {
      requestAnimationFrame(watch);
      return;
    }
    afterPaint((now) => {
      if (clickAtOnce) {
        bench.early = { index, before: bench.state(index) };
        toggles()[index].click();
      }
      bench.toggleAt = now;
    });
  };
  requestAnimationFrame(watch);

  const wrote = (kind, value, ok = true) =>
    bench.writes.push({ kind, value: String(value), ok, at: performance.now() });
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, value) {
    setItem.call(this, key, value);
    wrote('storage', `${key}=${value}`);
  };
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(Document.prototype, 'cookie', {
    ...cookie,
    set(value) {
      cookie.set.call(this, value);
      wrote('storage', value);
    },
  });
  const { fetch } = window;
  window.fetch = async (...args) => {
    const response = await fetch(...args);
    const method = args[1]?.method ?? args[0]?.method ?? 'GET';
    if (!/^(GET|HEAD|OPTIONS)$/i.test(method)) wrote('fetch', args[1]?.body ?? '', response.ok);
    return response;
  };

  const nextClick = (done) => addEventListener('click', done, { capture: true, once: true });

  bench.elements = () => {
    let count = 0;
    const visit = (root) => {
      for (const el of root.querySelectorAll('*')) {
        count++;
        if (el.shadowRoot) visit(el.shadowRoot);
      }
    };
    visit(document);
    return count;
  };
  bench.state = (index) => state(toggles()[index]);
  bench.indexOf = (selector) => toggles().indexOf(document.querySelector(selector));
  bench.focused = () => toggles().indexOf(document.activeElement);

  // Click to the end of the first frame that shows the toggle's new state.
  bench.armToggle = (index) => {
    const before = bench.state(index);
    bench.toggled = new Promise((done) =>
      nextClick((event) => {
        const frame = () =>
          requestAnimationFrame(() =>
            bench.state(index) === before ? frame() : afterPaint((now) => done(now - event.timeStamp)),
          );
        frame();
      }),
    );
  };

  // Click on a way to another page, to the end of the first frame in which that page has its heading and, on screen, a
  // control that a pointer hits; or text to read, where the first screen has no control.
  bench.armScreen = () => {
    const heading = () => document.querySelector('main h1')?.textContent;
    const before = heading();
    const there = () =>
      heading() !== undefined &&
      heading() !== before &&
      ([...document.querySelectorAll('main :is(a[href], button, input, select, summary)')].some(operable) ||
        document.querySelector('main').innerText.length > 300);
    bench.screen = new Promise((done) =>
      nextClick((event) => {
        const frame = () =>
          requestAnimationFrame(() => (there() ? afterPaint((now) => done(now - event.timeStamp)) : frame()));
        frame();
      }),
    );
  };

  // Click to the last write the page makes before it falls quiet.
  bench.armSave = (kind) => {
    bench.saved = new Promise((done) =>
      nextClick((event) => {
        const before = bench.writes.length;
        let seen = before;
        const timer = setInterval(() => {
          const writes = bench.writes.slice(before);
          const quiet = bench.writes.length === seen;
          seen = bench.writes.length;
          if (!quiet || !writes.some((w) => w.kind === kind && w.ok)) return;
          clearInterval(timer);
          done({ ms: writes.at(-1).at - event.timeStamp, value: writes.map((w) => w.value).join('\n') });
        }, 200);
      }),
    );
  };
}
