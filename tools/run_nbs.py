"""Re-run lessons in place in a real kernel, so that the stored outputs are true.

    python tools/run_nbs.py [nbs/some.ipynb ...]

Cells that `nbdev_test` would skip (`#| eval: false` and the flags in settings.ini's tst_flags) keep their stored outputs.
The result is already what `nbdev_clean` writes.
"""
import base64, io, os, sys, time
from pathlib import Path

import nbformat
from execnb.nbio import NbCell, dict2nb, write_nb
from nbclient import NotebookClient
from nbdev.clean import clean_nb
from nbdev.config import get_config
from nbdev.process import extract_directives
from PIL import Image

from notebooks import find

os.environ['IN_TEST'] = '1'                 # nbdev_export() inside a notebook does nothing
os.environ.setdefault('OMP_NUM_THREADS', '1')
if os.environ.get('RUNBN_DATA') not in (None, '', 'sample'): os.environ['RUNBN_DATA'] = str(Path(os.environ['RUNBN_DATA']).resolve())  # kernels start in nbs/
cfg = get_config()
keys = {o: cfg.get(f'allowed_{o}metadata_keys').split() for o in ('', 'cell_')}
flags = set(cfg.tst_flags.split())

def skip(cell):
    d = extract_directives(NbCell(0, dict(cell)), remove=False)
    return 'nbdev_export(' in cell.source or d.get('eval:', [''])[0].lower()=='false' or bool(flags & d.keys())

class Client(NotebookClient):
    async def async_execute_cell(self, cell, cell_index, **kw):
        if cell.cell_type=='code' and skip(cell): return cell
        return await super().async_execute_cell(cell, cell_index, **kw)

def shrink(nb):
    "Store pictures with a palette of 256 colours: a fraction of the size, and the same to the eye"
    for o in (o for c in nb.cells if c.cell_type=='code' for o in c.outputs if 'image/png' in o.get('data', {})):
        png,small = base64.b64decode(o.data['image/png']),io.BytesIO()
        Image.open(io.BytesIO(png)).convert('RGB').quantize(256, dither=Image.Dither.NONE).save(small, 'PNG', optimize=True)
        if len(small.getvalue()) < len(png): o.data['image/png'] = base64.b64encode(small.getvalue()).decode()

def run(p):
    t, nb = time.time(), nbformat.read(p, as_version=4)
    Client(nb, kernel_name='python3', timeout=1200, record_timing=False, coalesce_streams=True, store_widget_state=False,
           extra_arguments=['--IPKernelApp.log_level=40'],
           resources={'metadata': {'path': str(p.parent)}}).execute()
    shrink(nb)
    d = dict2nb(nbformat.v4.rwbase.split_lines(nb))
    clean_nb(d, clean_ids=cfg.clean_ids, allowed_metadata_keys=keys[''], allowed_cell_metadata_keys=keys['cell_'])
    write_nb(d, p)
    print(f'{p}: {time.time()-t:.1f} s', flush=True)

for p in map(Path, sys.argv[1:] or find()): run(p)
