"""Copy the lessons to a folder without their worked answers and outputs: for a course whose teacher sets the exercises.

    python tools/handout.py FOLDER [--no-hints]
"""
import argparse, json, re, shutil
from pathlib import Path

nbs = Path(__file__).resolve().parents[1]/'nbs'

def is_answer(c): return c['metadata'].get('jupyter', {}).get('outputs_hidden', False) and '#| code-fold: true' in ''.join(c['source'])

def handout(nb, hints=True):
    "The notebook without worked answers and outputs, and how many answers it had"
    answers = [c for c in nb['cells'] if is_answer(c)]
    nb['cells'] = [c for c in nb['cells'] if not is_answer(c)]
    for c in nb['cells']:
        if c['cell_type']=='code': c['outputs'],c['execution_count'] = [],None
        elif not hints: c['source'] = re.sub(r'\n*<details><summary>Hint</summary>.*?</details>', '', ''.join(c['source']), flags=re.S).splitlines(keepends=True)
    return nb,len(answers)

def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('folder', type=Path)
    parser.add_argument('--no-hints', action='store_true')
    args = parser.parse_args(argv)
    if args.folder.resolve()==nbs: parser.error('expected another folder than that of the lessons')
    args.folder.mkdir(parents=True, exist_ok=True)
    for p in sorted(nbs.glob('[!_.]*.ipynb')):
        nb,n = handout(json.loads(p.read_text(encoding='utf-8')), not args.no_hints)
        (args.folder/p.name).write_text(json.dumps(nb, indent=1, ensure_ascii=False)+'\n', encoding='utf-8')
        print(f'{p.name}: {n} worked answers left out')
    shutil.copytree(nbs/'results', args.folder/'results', dirs_exist_ok=True)

if __name__ == '__main__': main()
