"""Build the web site from the stored outputs of the notebooks, offline: `make site`. Nothing is run.

    python tools/make_site.py [folder, default _site]

Pages are named as nbdev's links expect them: nbs/08_running.ipynb is running.html. A link into nothing, a picture or script
of another host, or a warning of Sphinx is an error.
"""
import ast, dataclasses, html.parser, importlib, inspect, json, os, re, shutil, subprocess, sys
from importlib.metadata import files
from pathlib import Path
from urllib.parse import unquote, urlsplit

from fastcore.docments import docments
from nbdev.config import get_config
from nbdev.process import extract_directives
from execnb.nbio import NbCell

from notebooks import find, markdown_pages, module, number, read, source as text_of
from notebooks import title as title_of

cfg    = get_config()
root   = cfg.config_path
source = root/'_proc'/'site' # what Sphinx reads
pages  = find()
def page(stem): return re.sub(r'^\d+[a-z]?_', '', stem)
def is_experiment(p): return p.parent.name=='experiments'

# ---- the package

def modules():
    "Every module with its exported names, in the order of the lessons"
    names = {p: module(read(p)) for p in pages}
    return {m: (p, importlib.import_module(f'runbn.{m}')) for p,m in names.items() if m}

def own_names(mod):
    "What a module defines: not what it passes on from another"
    return [n for n in mod.__all__ if getattr(getattr(mod, n), '__module__', mod.__name__)==mod.__name__]

def plain(text):
    "A comment or docstring as markdown: what is not code is taken to the letter"
    return '`'.join(o if i%2 else re.sub(r'([*_$<|~])', r'\\\1', o) for i,o in enumerate(str(text).split('`')))

def word(o):
    "An annotation or a default as a reader would write it"
    text = o.__name__ if isinstance(o, type) or inspect.isroutine(o) else str(o) if not isinstance(o, str) and 'object' not in repr(o) else repr(o)
    return re.sub(r'\b(?:\w+\.)+(?=\w)', '', text) if not isinstance(o, (int,float,str)) else text

def signature(f, skip=0):
    "The signature in one line, without the modules of its types"
    sig = inspect.signature(f)
    ps  = [p.replace(annotation=p.empty, default=p.empty) for p in list(sig.parameters.values())[skip:]]
    for i,p in enumerate(list(sig.parameters.values())[skip:]):
        kind  = {p.VAR_POSITIONAL: '*', p.VAR_KEYWORD: '**'}.get(p.kind, '')
        ps[i] = kind+p.name + (f': {word(p.annotation)}' if p.annotation is not p.empty else '') + (
            (' = ' if p.annotation is not p.empty else '=')+word(p.default) if p.default is not p.empty else '')
    star = [i for i,p in enumerate(list(sig.parameters.values())[skip:]) if p.kind is p.KEYWORD_ONLY]
    if star and not any(o.startswith('*') for o in ps): ps.insert(star[0], '*')
    back = '' if sig.return_annotation in (sig.empty, None) else f' -> {word(sig.return_annotation)}'
    return f'({", ".join(ps)}){back}'

def fields(f):
    "What docments say about parameters and result"
    docs = docments(f, full=True, returns=True)
    lines = [f':param {name}: {plain(o["docment"])}' for name,o in docs.items() if name not in ('return','self') and o['docment']]
    if 'return' in docs and docs['return']['docment']: lines.append(f':returns: {plain(docs["return"]["docment"])}')
    return '\n'.join(lines)

def entry(kind, name, sig, *texts, colons=3):
    body = '\n\n'.join(o for o in texts if o)
    return f'{":"*colons}{{py:{kind}}} {name}{sig}\n\n{body}\n{":"*colons}\n'

def members(cls):
    "Documented methods and properties of a class and of its parents in this package"
    seen = {}
    for base in cls.__mro__:
        if not base.__module__.startswith('runbn'): continue
        for name,o in vars(base).items():
            if name[0] != '_' and getattr(o, '__doc__', None) and (inspect.isfunction(o) or isinstance(o, property)): seen.setdefault(name, o)
    return seen

def api_page(name, p, mod):
    where = f'in lesson {number(p)}' if number(p) else 'in the notebook'
    out = [f'# runbn.{name}\n', f':::{{py:module}} runbn.{name}\n:::\n', f'{mod.__doc__}\n',
           f'From {"lesson "+number(p) if number(p) else "the notebook"}, [{title(p)}](../{page(p.stem)}.ipynb).\n']
    for n in own_names(mod):
        o = getattr(mod, n)
        told = f'<a href="../{page(p.stem)}.html#{n.lower()}">{where}</a>'
        if inspect.isclass(o):
            inner = [entry('property' if isinstance(m, property) else 'method', k, '' if isinstance(m, property) else signature(m, 1),
                           plain(inspect.getdoc(m)), '' if isinstance(m, property) else fields(m)) for k,m in members(o).items()]
            if issubclass(o, BaseException): out.append(entry('exception', n, '', plain(inspect.getdoc(o)), told)); continue
            own = inspect.isfunction(o.__init__) # not so in a namedtuple
            out.append(entry('class', n, signature(o.__init__, 1).split(' -> ')[0] if own else f'({", ".join(getattr(o, "_fields", ()))})',
                             plain(inspect.getdoc(o)), fields(o if dataclasses.is_dataclass(o) else o.__init__) if own else '', told, *inner, colons=4))
        elif inspect.isroutine(o): out.append(entry('function', n, signature(o), plain(inspect.getdoc(o) or ''), fields(o), told))
        else: out.append(entry('data', n, f'\n:value: {" ".join(repr(o).split())}', told))
    (source/'api'/f'{name}.md').write_text('\n'.join(out), encoding='utf-8')

# ---- the notebooks

def title(p): return title_of(read(p))

def link_names(text, names, known):
    "The first mention of a name of the package in a lesson becomes a link to its reference"
    def swap(m):
        if m[1] not in names or m[1] in known: return m[0]
        known.add(m[1])
        return f'{{py:obj}}`{m[1]} <{names[m[1]]}>`'
    lines,fence = [],False
    for l in text.split('\n'):
        if l.lstrip().startswith('```'): fence = not fence
        lines.append(l if fence or l.startswith('#') else re.sub(r'(?<![`\[\w])`(\w+)`(?![`\]\w])', swap, l))
    return '\n'.join(lines)

def page_links(text):
    "Links between notebooks as links between pages; JupyterLab's anchors keep capitals and punctuation, Sphinx's have neither"
    def anchor(o): return '#'+re.sub(r'[^\w-]', '', unquote(o[1:]).lower()) if o else ''
    text = re.sub(r'\]\((#[^)\s]+)', lambda m: f']({anchor(m[1])}', text)
    text = re.sub(r'\]\((?:\.\./|experiments/)?([\w-]+)\.(ipynb|md)(#[^)\s]+)?', lambda m: f']({page(m[1])}.{m[2]}{anchor(m[3])}', text)
    return re.sub(r'\]\((?:\.\./)+(CONTRIBUTING|CHANGELOG)\.md', r'](\1.md', text)

def defined(code):
    "The names that a cell defines or assigns at its top level"
    try: body = ast.parse(code).body
    except SyntaxError: return []
    assigned = [o for stmt in body if isinstance(stmt, ast.Assign) for t in stmt.targets for o in ast.walk(t)]
    return [o.name for o in body if isinstance(o, (ast.FunctionDef, ast.ClassDef))] + [
        o.id for o in assigned if isinstance(o, ast.Name) and isinstance(o.ctx, ast.Store)]

def stage(p, names):
    "The notebook as its reader sees it: no hidden cells, no directives; answers folded, alt texts at their pictures"
    nb,cells,known,section = read(p),[],set(),''
    for c in nb['cells']:
        text = text_of(c)
        d    = extract_directives(NbCell(0, {'cell_type': c['cell_type'], 'source': text}), remove=False)
        get = lambda k: ' '.join(d.get(k+':', d.get(k, []))).strip()
        if c['id'] in ('nav-top', 'nav-bottom'): continue # the site has its own
        if c['cell_type']=='markdown':
            section = next(iter(re.findall(r'^#+ +(.*)', text, re.M)[::-1]), section)
            cells.append({'cell_type': 'markdown', 'metadata': {}, 'source': link_names(page_links(text), names, known)})
        if c['cell_type']!='code' or d.keys() & {'hide','default_exp'} or get('include')=='false': continue
        code = '\n'.join(l for l in text.split('\n') if not re.match(r'\s*#\s*\|', l)).strip('\n')
        meta,show = {'tags': []},{}
        if get('echo')=='false': meta['tags'].append('remove-input')
        folded = c['metadata'].get('jupyter', {}) # as JupyterLab shows it
        if 'code-fold:' in d or folded.get('source_hidden'):
            answer = section.lower().startswith('exercise') and 'code-fold:' in d
            meta['tags'].append('hide-cell' if answer or folded.get('outputs_hidden') else 'hide-input')
            show['code_prompt_show'] = get('code-summary') or ('Show the worked answer' if answer else 'Show the code')
            show['code_prompt_hide'] = 'Hide it'
        if alt := get('fig-alt'): show['image'] = {'alt': alt}
        if not code and not c['outputs']: continue
        if d.keys() & {'export','exports','exporti'} and (ids := [n for n in defined(code) if n[0]!='_']):
            cells.append({'cell_type': 'markdown', 'metadata': {}, 'source': ''.join(f'<span id="{n.lower()}"></span>' for n in ids)})
        cells.append({'cell_type': 'code', 'metadata': {**meta, 'mystnb': show}, 'source': code, 'outputs': c['outputs'], 'execution_count': None})
    meta = {'kernelspec': {'name': 'python3', 'display_name': 'python3', 'language': 'python'}, 'language_info': {'name': 'python', 'pygments_lexer': 'ipython3'}}
    for i,c in enumerate(cells): c['id'] = f'c{i}'
    (source/f'{page(p.stem)}.ipynb').write_text(json.dumps({'cells': cells, 'metadata': meta, 'nbformat': 4, 'nbformat_minor': 5}), encoding='utf-8')

def toctree(caption, entries): return f'\n```{{toctree}}\n:caption: {caption}\n:maxdepth: 1\n:hidden:\n\n' + '\n'.join(entries) + '\n```\n'

def write_source():
    stems = [page(p.stem) for p in [*pages, *markdown_pages]]
    if twice := sorted({o for o in stems if stems.count(o) > 1}): sys.exit(f'FAILED  site: two notebooks for one page: {", ".join(twice)}')
    shutil.rmtree(source, ignore_errors=True); (source/'api').mkdir(parents=True)
    shutil.copytree(root/'site', source, dirs_exist_ok=True)
    (source/'_static/mathjax').mkdir()
    shutil.copy(next(o.locate() for o in files('sphinx-mathjax-offline') if o.name=='tex-svg.js'), source/'_static/mathjax')
    shutil.copytree(root/'nbs/images', source/'images', dirs_exist_ok=True)
    mods  = modules()
    names = {n: f'runbn.{m}.{n}' for m,(_,mod) in mods.items() for n in own_names(mod) if n not in mods and n not in ('main','events')}
    for p in pages: stage(p, names)
    for p in markdown_pages:
        (source/p.name).write_text(link_names(page_links(p.read_text(encoding='utf-8')), names, set()), encoding='utf-8')
    for m,(p,mod) in mods.items(): api_page(m, p, mod)
    for o in ('CONTRIBUTING.md', 'CHANGELOG.md'): shutil.copy(root/o, source/o)
    rows = [f'| {{py:mod}}`runbn.{m}` | {plain(mod.__doc__)} |' for m,(_,mod) in mods.items()]
    (source/'api/index.md').write_text('# Reference\n\nEvery exported name, from the comments beside its parameters.\n\n| module | |\n|---|---|\n'
        + '\n'.join(rows) + '\n' + toctree('Reference', [f'runbn.{m} <{m}>' for m in mods]), encoding='utf-8')
    index   = json.loads((source/'index.ipynb').read_text(encoding='utf-8'))
    lessons = [f'{number(p)} {title(p)} <{page(p.stem)}>' for p in pages if number(p)]
    runs    = [f'{title(p)} <{page(p.stem)}>' for p in pages if is_experiment(p)]
    more    = [page(p.stem) for p in [*pages, *markdown_pages] if not number(p) and not is_experiment(p) and p.stem!='index']
    index['cells'].append({'cell_type': 'markdown', 'metadata': {}, 'id': 'toc', 'source': toctree('Lessons', lessons)
        + toctree('Experiments', runs) + toctree('More', more + ['Reference <api/index>', 'How to change a lesson <CONTRIBUTING>', 'Changelog <CHANGELOG>'])})
    (source/'index.ipynb').write_text(json.dumps(index), encoding='utf-8')

# ---- the links

class Links(html.parser.HTMLParser):
    "The ids of a page, its links, and what a browser fetches for it"
    def __init__(self, text):
        super().__init__(); self.ids,self.links,self.fetched = set(),[],[]
        self.feed(text)
    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        self.ids |= {a[k] for k in ('id','name') if a.get(k)}
        if tag=='a' and a.get('href'): self.links.append(a['href'])
        elif tag=='link' and a.get('href') and a.get('rel') not in ('canonical','index','search','next','prev'): self.fetched.append(a['href'])
        elif a.get('src'): self.fetched.append(a['src'])

def check_links(out):
    "Links and resources that lead nowhere, resources of another host"
    parsed = {p: Links(p.read_text(encoding='utf-8')) for p in out.rglob('*.html') if '_static' not in p.parts}
    bad = []
    for p,o in parsed.items():
        for url,fetched in [(u,False) for u in o.links]+[(u,True) for u in o.fetched]:
            u = urlsplit(url)
            if u.scheme=='data' or (not fetched and u.scheme in ('http','https','mailto','javascript')): continue
            if u.scheme or u.netloc: bad.append(f'{p.relative_to(out)} fetches {url}'); continue
            target = (p.parent/unquote(u.path)).resolve() if u.path else p
            if target.is_dir(): target = target/'index.html'
            if not target.exists(): bad.append(f'{p.relative_to(out)}: no {url}')
            elif u.fragment and target in parsed and unquote(u.fragment) not in parsed[target].ids: bad.append(f'{p.relative_to(out)}: no {url}')
    if len(parsed) < len(pages): bad.append(f'expected a page for each of {len(pages)} notebooks, got {len(parsed)} pages')
    return sorted(set(bad))

def main():
    out = Path(sys.argv[1] if len(sys.argv)>1 else root/'_site').resolve()
    write_source()
    shutil.rmtree(out, ignore_errors=True)
    rc = subprocess.run([sys.executable, '-m', 'sphinx', '-W', '--keep-going', '-q', '-b', 'html', '-d', root/'_proc'/'doctrees', source, out],
                        env={**os.environ, 'RUNBN_SITE': str(root)}).returncode
    if rc: sys.exit(f'FAILED  site: Sphinx ended with {rc}')
    for p in pages: shutil.copy(p, out/'_sources'/f'{page(p.stem)}.ipynb') # what the download button gives: the notebook itself
    if bad := check_links(out): sys.exit('\n'.join(bad) + f'\nFAILED  site: {len(bad)} links')
    n = len(list(out.rglob('*.html')))
    print(f'{n} pages in {out}, {sum(p.stat().st_size for p in out.rglob("*") if p.is_file())/1e6:.1f} MB; no warning, every internal link leads somewhere')

if __name__ == '__main__': main()
