// Run inside the page: each returns a list of faults, empty when all is well.

export function pageFaults() {
  const faults = [];
  const root = document.documentElement;
  const say = (element) => `<${element.tagName.toLowerCase()}> ${(element.textContent ?? '').trim().slice(0, 40)}`;
  if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} wide on a screen of ${root.clientWidth}`);
  if (getComputedStyle(document.body).marginTop !== '0px') faults.push('the style did not apply (content security policy?)');
  if (!root.lang) faults.push('the page has no language');
  if (document.scripts.length > 0) faults.push('there is a script');
  const seen = new Set();
  for (const element of document.querySelectorAll('[id]')) {
    if (seen.has(element.id)) faults.push(`id used twice: ${element.id}`);
    seen.add(element.id);
  }
  for (const link of document.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href');
    if (href.startsWith('#')) {
      if (!seen.has(href.slice(1)) && !seen.has(decodeURIComponent(href.slice(1)))) faults.push(`no target for ${href}`);
    } else if (!/^(https?:\/\/|[\w.-]+\.html$)/.test(href)) faults.push(`a link that is neither web nor anchor: ${href}`);
  }
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('.scroll')?.contains(element.parentElement) || element.closest('.only-read')) continue;
    const box = element.getBoundingClientRect();
    if (box.width > 0 && box.right > root.clientWidth + 1) faults.push(`runs out at right: ${say(element)}`);
  }
  return faults;
}

export function chartFaults() {
  const faults = [];
  for (const chart of document.querySelectorAll('svg.chart')) {
    const title = chart.querySelector('title').textContent;
    const frame = chart.viewBox.baseVal;
    const texts = [...chart.querySelectorAll('text')].map((element) => {
      const box = element.getBBox();
      // The box of a line includes its leading; what is drawn is about the middle three fifths.
      return { words: element.textContent, left: box.x, right: box.x + box.width, top: box.y + box.height * 0.2, bottom: box.y + box.height * 0.8 };
    });
    for (const text of texts)
      if (text.left < -0.5 || text.right > frame.width + 0.5 || text.top < 0 || text.bottom > frame.height) faults.push(`${title}: cut: ${text.words}`);
    for (let a = 0; a < texts.length; a++)
      for (let b = a + 1; b < texts.length; b++) {
        const across = Math.min(texts[a].right, texts[b].right) - Math.max(texts[a].left, texts[b].left);
        const down = Math.min(texts[a].bottom, texts[b].bottom) - Math.max(texts[a].top, texts[b].top);
        if (across > 0.5 && down > 0.5) faults.push(`${title}: "${texts[a].words}" meets "${texts[b].words}"`);
      }
    for (const rect of chart.querySelectorAll('rect.box')) {
      const box = rect.getBBox();
      for (const text of texts) {
        const middle = (text.left + text.right) / 2;
        const inside = middle > box.x && middle < box.x + box.width && text.top > box.y && text.bottom < box.y + box.height;
        if (inside && (text.left < box.x || text.right > box.x + box.width)) faults.push(`${title}: runs out of its box: ${text.words}`);
      }
    }
  }
  return faults;
}

export function printFaults() {
  const faults = [];
  const width = document.documentElement.clientWidth;
  for (const element of document.querySelectorAll('.scroll, p, li, h1, h2, h3, dd, table, svg, img')) {
    const box = element.getBoundingClientRect();
    const visible = box.width > 0 && !element.closest('.only-read') && getComputedStyle(element).visibility !== 'hidden';
    if (visible && box.right > width + 1) faults.push(`cut at right (${Math.round(box.right)} of ${width}): <${element.tagName.toLowerCase()}> ${(element.textContent ?? '').trim().slice(0, 40)}`);
  }
  return faults;
}

// Takes away everything from the heading of the main part on; false where the page has none.
export function keepSummaryOnly() {
  const heading = document.getElementById('main-part');
  if (!heading) return false;
  for (let part = heading.closest('section'); part; ) {
    const next = part.nextElementSibling;
    part.remove();
    part = next;
  }
  return true;
}
