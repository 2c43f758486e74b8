"""Write what connects the notebooks: links to the previous and next lesson, the list of exercises.

    python tools/nav.py

A lesson is a notebook whose name begins with a number. In each, the cells `nav-top` and `nav-bottom` are written anew.
`nbs/exercises.ipynb` is written from the lessons' exercises. Nothing is run, and running this twice changes nothing.
"""
import json, re
from pathlib import Path

root = Path(__file__).resolve().parents[1]
nbs  = root/'nbs'

def order(p):
    "10a_name sorts after 10_name"
    m = re.match(r'(\d+)([a-z]?)_', p.name)
    return int(m[1]),m[2]

source = lambda c: ''.join(c['source'])
def set_source(c, text): c['source'] = text.splitlines(keepends=True)
def markdown(text, id): return {'cell_type': 'markdown', 'id': id, 'metadata': {}, 'source': text.splitlines(keepends=True)}
def title(nb): return next(m[1] for c in nb['cells'] if c['cell_type']=='markdown' and (m := re.match(r'# (.+)', source(c))))
def number(p): return ''.join(map(str, order(p))).zfill(2) if not order(p)[1] else f'{order(p)[0]:02}{order(p)[1]}'

def write(p, nb):
    "As nbdev_clean writes it, and only where something changed"
    text = json.dumps(nb, indent=1, sort_keys=True, ensure_ascii=False) + '\n'
    if not p.exists() or p.read_text(encoding='utf-8') != text: p.write_text(text, encoding='utf-8'); print('wrote', p.relative_to(root))

# ---- previous and next

def nav(lessons, i):
    parts = [f'[← {number(p)} {title(lessons[p])}]({p.name})' for p in list(lessons)[max(i-1, 0):i]]
    parts += ['[map](index.ipynb)', '[glossary](glossary.ipynb)', '[exercises](exercises.ipynb)']
    parts += [f'[{number(p)} {title(lessons[p])} →]({p.name})' for p in list(lessons)[i+1:i+2]]
    return ' · '.join(parts)

def add_nav(lessons):
    for i,nb in enumerate(lessons.values()):
        cells = [c for c in nb['cells'] if c['id'] not in ('nav-top', 'nav-bottom')]
        first = next(j for j,c in enumerate(cells) if c['cell_type']=='markdown' and source(c).startswith('# '))
        nb['cells'] = [*cells[:first+1], markdown(nav(lessons, i), 'nav-top'), *cells[first+1:], markdown(nav(lessons, i), 'nav-bottom')]

# ---- the exercises

exercise = re.compile(r'^### Exercise (\d+)\n\n\*\*(.+?)\*\* \((predict|change|build), (easy|medium|hard)\)\. ', re.M)

def exercises(lessons):
    rows,n = [],0
    for p,nb in lessons.items():
        for c in nb['cells']:
            for m in exercise.finditer(source(c)) if c['cell_type']=='markdown' else ():
                rows.append(f'| [{number(p)} {title(nb)}]({p.name}) | [{m[1]}]({p.name}#Exercise-{m[1]}) | {m[2]} | {m[3]} | {m[4]} |'); n += 1
    with_some = sum(any(exercise.search(source(c)) for c in nb['cells']) for nb in lessons.values())
    return n,with_some,'\n'.join(['| lesson | exercise | what | kind | level |', '|---|---|---|---|---|', *rows])

def write_exercises(lessons):
    n,with_some,table = exercises(lessons)
    p  = nbs/'exercises.ipynb'
    nb = json.loads(p.read_text(encoding='utf-8'))
    for c in nb['cells']:
        if c['id']=='exercise-table': set_source(c, f'## All {n} of them\n\n{table}')
    write(p, nb)

def main():
    lessons = {p: json.loads(p.read_text(encoding='utf-8')) for p in sorted(nbs.glob('[0-9]*_*.ipynb'), key=order)}
    add_nav(lessons)
    for p,nb in lessons.items(): write(p, nb)
    write_exercises(lessons)

if __name__ == '__main__': main()
