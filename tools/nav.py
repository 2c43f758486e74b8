"""Write what connects the notebooks: links to the lessons before and after, the list of exercises.

    python tools/nav.py

In each lesson the cells `nav-top` and `nav-bottom` are written anew, and `nbs/exercises.ipynb` is written from the lessons'
exercises. Nothing is run, and running this twice changes nothing.
"""
import re

from notebooks import find, nbs, number, read, set_source, source, title, write

exercise = re.compile(r'^### Exercise (\d+)\n\n\*\*(.+?)\*\* \((predict|change|build), (easy|medium|hard)\)\. ', re.M)

def markdown(text, id):
    return {'cell_type': 'markdown', 'id': id, 'metadata': {}, 'source': text.splitlines(keepends=True)}

def nav(lessons, i):
    "The line of links of lesson `i`"
    def name(p): return f'{number(p)} {title(lessons[p])}'
    ps    = list(lessons)
    parts = [f'[← {name(p)}]({p.name})' for p in ps[max(i-1, 0):i]]
    parts += ['[map](index.ipynb)', '[glossary](glossary.md)', '[exercises](exercises.ipynb)']
    parts += [f'[{name(p)} →]({p.name})' for p in ps[i+1:i+2]]
    return ' · '.join(parts)

def add_nav(lessons):
    for i,nb in enumerate(lessons.values()):
        cells = [c for c in nb['cells'] if c['id'] not in ('nav-top', 'nav-bottom')]
        first = next(j for j,c in enumerate(cells) if c['cell_type']=='markdown' and source(c).startswith('# '))
        line  = nav(lessons, i)
        nb['cells'] = [*cells[:first+1], markdown(line, 'nav-top'), *cells[first+1:], markdown(line, 'nav-bottom')]

def write_exercises(lessons):
    rows = []
    for p,nb in lessons.items():
        for c in nb['cells']:
            for m in exercise.finditer(source(c)) if c['cell_type']=='markdown' else ():
                link = f'[{m[1]}]({p.name}#Exercise-{m[1]})'
                rows.append(f'| [{number(p)} {title(nb)}]({p.name}) | {link} | {m[2]} | {m[3]} | {m[4]} |')
    p = nbs/'exercises.ipynb'
    nb,head = read(p),['| lesson | exercise | what | kind | level |', '|---|---|---|---|---|']
    for c in nb['cells']:
        if c['id']=='exercise-table': set_source(c, f'## All {len(rows)} of them\n\n' + '\n'.join(head+rows))
    write(p, nb)

def main():
    lessons = {p: read(p) for p in find() if number(p)}
    add_nav(lessons)
    for p,nb in lessons.items(): write(p, nb)
    write_exercises(lessons)

if __name__ == '__main__': main()
