"""Copy the lessons to a folder without their worked answers and outputs: for a course whose teacher sets the exercises.

    python tools/handout.py FOLDER [--no-hints]
"""
import argparse, json, re, shutil
from pathlib import Path

from notebooks import find, nbs, read, set_source, source

def is_answer(c): return c['metadata'].get('jupyter', {}).get('outputs_hidden', False) and '#| code-fold: true' in source(c)

def handout(nb, hints=True):
    "The notebook without worked answers and outputs, and how many answers it had"
    answers = [c for c in nb['cells'] if is_answer(c)]
    nb['cells'] = [c for c in nb['cells'] if not is_answer(c)]
    for c in nb['cells']:
        if c['cell_type']=='code': c['outputs'],c['execution_count'] = [],None
        elif not hints: set_source(c, re.sub(r'\n*<details><summary>Hint</summary>.*?</details>', '', source(c), flags=re.S))
    return nb,len(answers)

def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('folder', type=Path)
    parser.add_argument('--no-hints', action='store_true')
    args = parser.parse_args(argv)
    if args.folder.resolve()==nbs: parser.error('expected another folder than that of the lessons')
    for p in find():
        nb,n = handout(read(p), not args.no_hints)
        to = args.folder/p.relative_to(nbs)
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(json.dumps(nb, indent=1, ensure_ascii=False)+'\n', encoding='utf-8')
        print(f'{p.name}: {n} worked answers left out')
    shutil.copytree(nbs/'results', args.folder/'results', dirs_exist_ok=True)

if __name__ == '__main__': main()
