// The console's own elements, served as they are. They show text only and never parse markup.

const units = [
  ['year', 31536000],
  ['month', 2592000],
  ['week', 604800],
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
];
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' });
const absolute = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const precise = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });

const ago = (date) => {
  const seconds = (date.getTime() - Date.now()) / 1000;
  const unit = units.find(([, size]) => Math.abs(seconds) >= size);
  return unit ? relative.format(Math.round(seconds / unit[1]), unit[0]) : 'just now';
};

class FeedbackTime extends HTMLElement {
  static observedAttributes = ['datetime', 'exact'];

  connectedCallback() {
    this.timer = setInterval(() => this.update(), 20000);
    this.update();
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  attributeChangedCallback() {
    this.update();
  }

  update() {
    const date = new Date(this.getAttribute('datetime') ?? '');
    if (Number.isNaN(date.getTime())) {
      this.textContent = '';
      return;
    }
    const exact = this.hasAttribute('exact');
    this.textContent = exact ? `${absolute.format(date)} (${ago(date)})` : ago(date);
    this.title = precise.format(date);
  }
}

let library;
const chartLibrary = (url) => {
  library ??= new Promise((loaded, failed) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => loaded(window.Chart);
    script.onerror = () => failed(new Error('The chart library did not load'));
    document.head.append(script);
  });
  return library;
};

const labels = {
  hour: { hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
};

// The server may know of zones that this browser has not heard of yet.
const format = (options, zone) => {
  try {
    return new Intl.DateTimeFormat(undefined, { ...options, timeZone: zone });
  } catch (unheardOf) {
    return new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' });
  }
};

class FeedbackChart extends HTMLElement {
  #data = null;
  #chart = null;

  set data(value) {
    this.#data = value;
    this.draw();
  }

  get data() {
    return this.#data;
  }

  connectedCallback() {
    this.scheme = new MutationObserver(() => this.redraw());
    this.scheme.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'theme'] });
    this.system = matchMedia('(prefers-color-scheme: dark)');
    this.onSystem = () => this.redraw();
    this.system.addEventListener('change', this.onSystem);
    this.draw();
  }

  disconnectedCallback() {
    this.scheme?.disconnect();
    this.system?.removeEventListener('change', this.onSystem);
    this.#chart?.destroy();
    this.#chart = null;
  }

  redraw() {
    this.#chart?.destroy();
    this.#chart = null;
    this.draw();
  }

  async draw() {
    if (!this.isConnected || !this.#data) {
      return;
    }
    const Chart = await chartLibrary(this.getAttribute('library'));
    if (!this.isConnected) {
      return;
    }
    const { granularity, buckets, zone } = this.#data;
    // Buckets go by the tenant's clocks, wherever the reader is.
    const name = format(labels[granularity], zone);
    const data = {
      labels: buckets.map((bucket) => name.format(new Date(bucket.start))),
      datasets: ['positive', 'neutral', 'negative'].map((mood) => ({
        label: mood[0].toUpperCase() + mood.slice(1),
        data: buckets.map((bucket) => bucket[mood]),
        backgroundColor: this.colour(`--mood-${mood}-solid`),
        borderRadius: 3,
        borderSkipped: false,
        maxBarThickness: 28,
        stack: 'all',
      })),
    };
    if (this.#chart) {
      this.#chart.data.labels = data.labels;
      data.datasets.forEach((set, i) => Object.assign(this.#chart.data.datasets[i], set));
      this.#chart.update();
      return;
    }
    const canvas = document.createElement('canvas');
    this.replaceChildren(canvas);
    this.#chart = new Chart(canvas, { type: 'bar', data, options: this.options() });
  }

  options() {
    const text = this.colour('--console-quiet');
    const line = this.colour('--console-line');
    const font = { family: getComputedStyle(this).fontFamily, size: 12 };
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    return {
      responsive: true,
      maintainAspectRatio: false,
      animation: still ? false : { duration: 400 },
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: {
          stacked: true,
          grid: { display: false },
          border: { color: line },
          ticks: { color: text, font, maxRotation: 0, autoSkipPadding: 18 },
        },
        y: {
          stacked: true,
          beginAtZero: true,
          border: { display: false },
          grid: { color: line },
          ticks: { color: text, font, precision: 0, maxTicksLimit: 6 },
        },
      },
      plugins: {
        legend: {
          position: 'top',
          align: 'end',
          labels: { color: text, font, usePointStyle: true, pointStyle: 'circle', boxHeight: 6, padding: 16 },
        },
        tooltip: { padding: 10, cornerRadius: 8, boxPadding: 4, usePointStyle: true, titleFont: font, bodyFont: font },
      },
    };
  }

  // Resolved by the browser, because a canvas does not know light-dark() or variables.
  colour(variable) {
    const probe = document.createElement('span');
    probe.style.color = `var(${variable})`;
    this.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  }
}

customElements.define('feedback-time', FeedbackTime);
customElements.define('feedback-chart', FeedbackChart);
