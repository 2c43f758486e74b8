"The notebooks of the project: which there are, in which order, and what is in their cells."
import json, re, sys
from pathlib import Path

root = Path(__file__).resolve().parents[1]
nbs  = root/'nbs'

def source(cell): return ''.join(cell['source'])
def set_source(cell, text): cell['source'] = text.splitlines(keepends=True)
def read(p): return json.loads(p.read_text(encoding='utf-8'))

def write(p, nb):
    "As nbdev_clean writes it, and only where something changed"
    text = json.dumps(nb, indent=1, sort_keys=True, ensure_ascii=False) + '\n'
    if p.exists() and p.read_text(encoding='utf-8')==text: return
    p.write_text(text, encoding='utf-8')
    print('wrote', p.relative_to(root))

def order(p):
    "10a_name sorts after 10_name; then come the experiments, which may import all lessons, then the other pages"
    m = re.match(r'(\d+)([a-z]?)_', p.name)
    if m: return int(m[1]),m[2]
    return sys.maxsize - (p.parent.name=='experiments'),''

def number(p):
    "The number of a lesson as it is written, or nothing"
    m = re.match(r'\d+[a-z]?(?=_)', p.name)
    return m[0] if m else ''

def title(nb):
    return next(m[1].replace('`', '').strip() for c in nb['cells'] if c['cell_type']=='markdown'
                and (m := re.search(r'^# +(.+)', source(c), re.M)))

def module(nb):
    "The module that a notebook exports, with its dots, or nothing"
    found = (re.match(r'#\| *default_exp +([\w.]+)', source(c)) for c in nb['cells'])
    return next((m[1] for m in found if m), '')

def find(folder=nbs):
    "Every notebook but drafts, in order"
    found = (p for p in folder.rglob('[!_.]*.ipynb') if '.ipynb_checkpoints' not in p.parts)
    return sorted(found, key=lambda p: (order(p), p.name))

# a page that links lead into: JupyterLab's preview of Markdown opens at the heading, a notebook the first time at its top
markdown_pages = [nbs/'glossary.md']

def anchor(heading): return heading.strip().replace(' ', '-') # JupyterLab's rule; the site is told to use it
