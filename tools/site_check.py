"""Look at every page of the site in Chromium, wide and as on a phone: `make test-site`.

    python tools/site_check.py [folder, default _site]

Fails on a request to another host, an error of a script, formulas that do not render, a picture that is missing or has no
alt text, a page wider than the phone, and a search that finds nothing. Pictures of some pages go to _lab/site/. The last
line says how many checks passed and failed.
"""
import functools, http.server, shutil, sys, threading
from pathlib import Path

from browser import chromium

root  = Path(__file__).resolve().parents[1]
out   = root/'_lab'/'site'
shown = 'index core running debias layers api/index api/running api/runner'.split()
sizes = {'wide': (1400, 900), 'phone': (390, 844)}

class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args): pass

look = """async () => {
  if (window.MathJax?.startup) await MathJax.startup.promise;
  document.querySelectorAll('details').forEach(o => o.open = true);
  document.querySelectorAll('img').forEach(o => o.loading = 'eager');
  await Promise.all([...document.images].map(o => o.decode().catch(() => 0)));
  const said = [], article = document.querySelector('article') ?? document.body;
  const n = document.querySelectorAll('.math').length, done = document.querySelectorAll('mjx-container').length;
  if (done < n) said.push(`${n} formulas, ${done} rendered`);
  document.querySelectorAll('mjx-merror, [data-mml-node="merror"], [data-mjx-error]').forEach(o => said.push(`not understood as maths: ${o.textContent || o.dataset.mjxError}`));
  article.querySelectorAll('img').forEach(o => {
    if (!o.naturalWidth) said.push(`no picture at ${o.src.slice(0, 99)}`);
    if (!o.alt || o.alt.startsWith('_images/') || o.alt.includes('.png')) said.push(`no alt text at ${o.src.slice(-60)}`);
  });
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  if (wide > 0) said.push(`${wide} pixels too wide: ` + [...document.body.querySelectorAll('*')].filter(o => o.getBoundingClientRect().right > window.innerWidth+1
      && !o.closest('mjx-container')).slice(0, 3).map(o => `${o.tagName}.${o.className}`).join(', '));
  return said;
}"""

def main():
    site = Path(sys.argv[1] if len(sys.argv)>1 else root/'_site').resolve()
    pages = sorted(str(p.relative_to(site)) for p in site.rglob('*.html') if '_static' not in p.parts and '_modules' not in p.parts)
    if not pages: sys.exit(f'no page in {site}: make site\n0 passed, 1 failed')
    shutil.rmtree(out, ignore_errors=True); out.mkdir(parents=True)
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), functools.partial(Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url,passed,failed = f'http://127.0.0.1:{server.server_port}',0,0
    def tell(name, problems):
        nonlocal passed, failed
        passed,failed = passed+(not problems),failed+bool(problems)
        if problems: print('\n    '.join([f'FAILED  {name}'] + problems), flush=True)
    with chromium() as browser:
        for kind,(width,height) in sizes.items():
            page,found = browser.new_page(viewport={'width': width, 'height': height}),[]
            def ask(route):
                if route.request.url.startswith((url, 'data:', 'blob:')): return route.continue_()
                found.append(f'asks another host: {route.request.url[:99]}'); route.abort()
            page.route('**/*', ask)
            page.on('console', lambda m: found.append(f'console: {m.text[:200]}') if m.type=='error' else None)
            page.on('pageerror', lambda e: found.append(f'script: {str(e)[:200]}'))
            for name in pages:
                found.clear()
                page.goto(f'{url}/{name}', wait_until='load')
                tell(f'{name}, {kind}', page.evaluate(look) + found)
                if name.removesuffix('.html') in shown:
                    for theme in ('light', 'dark'):
                        page.evaluate("o => { document.documentElement.dataset.theme = o; document.documentElement.dataset.mode = o; }", theme)
                        page.screenshot(path=out/f'{name.removesuffix(".html").replace("/", "_")}-{kind}-{theme}.png', full_page=True)
            for word,where in (('RunningBatchNorm', 'api/running.html'), ('ulps', 'debias.html')):
                found.clear()
                page.goto(f'{url}/search.html?q={word}', wait_until='load')
                try:
                    page.wait_for_function("() => document.querySelector('#search-results p, .search-summary')?.textContent.match(/found|finished/i)", timeout=20_000)
                    hits = page.eval_on_selector_all('#search-results a', 'l => l.map(o => o.getAttribute("href"))')
                except Exception as e: hits = [str(e)]
                tell(f'search for {word}, {kind}', found + [f'expected a hit in {where}, got {hits[:9]}']*(not any(where in (o or '') for o in hits)))
            page.close()
    server.shutdown()
    print(f'{len(pages)} pages; pictures: {out.relative_to(root)}/')
    print(f'{passed} passed, {failed} failed')
    return int(failed > 0)

if __name__ == '__main__': sys.exit(main())
