"""Write README.md and its pictures from nbs/index.ipynb, as stored: nothing is run.

    python tools/readme.py
"""
import re
from pathlib import Path

import nbformat
from nbconvert import MarkdownExporter
from traitlets.config import Config

root = Path(__file__).resolve().parents[1]
nb   = nbformat.read(root/'nbs'/'index.ipynb', as_version=4)
nb.metadata['language_info'] = {'name': 'python'} # so that blocks of code say what they are
nb.cells = [c for c in nb.cells if not re.match(r'#\| *hide\b', c.source)]
for c in nb.cells:
    if c.cell_type == 'code': c.source = '' if re.search(r'^#\| *echo: *false', c.source, re.M) else re.sub(r'^#\|.*\n', '', c.source, flags=re.M)

alt  = iter(re.findall(r'^#\| *fig-alt: *(.*)', '\n'.join(c.source for c in nbformat.read(root/'nbs'/'index.ipynb', as_version=4).cells), re.M))
conf = Config({'ExtractOutputPreprocessor': {'output_filename_template': 'nbs/images/{unique_key}_{cell_index}_{index}{extension}'}})
text,res = MarkdownExporter(config=conf).from_notebook_node(nb, resources={'unique_key': 'index'})
for name,data in res['outputs'].items():
    (root/name).parent.mkdir(exist_ok=True)
    (root/name).write_bytes(data)
text = re.sub(r'^```\w*\n\s*```\n', '', text, flags=re.M)
text = re.sub(r'!\[png\]', lambda m: f"![{next(alt, 'figure')}]", text)
text = re.sub(r'\]\((\w+\.(?:ipynb|md))', r'](nbs/\1', text).replace('](../', '](')   # links as seen from here, not from nbs/
(root/'README.md').write_text(re.sub(r'\n{3,}', '\n\n', text).strip()+'\n', encoding='utf-8')
