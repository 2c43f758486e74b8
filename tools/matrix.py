"""The notebooks under other kernels, thread counts and seeds: `make test-matrix`.

    python tools/matrix.py [variants; none: all] [names of notebooks]

Each variant is a run of tools/check.py --notebooks with a compiler cache of its own: code that was compiled for wide vectors
gives garbage to a process that compiles for narrow ones. One line a variant and notebook; the last says how many passed.
"""
import os, platform, re, subprocess, sys, tempfile
from pathlib import Path

from notebooks import find

def kernels(aten, onednn, mkl):
    return {'ATEN_CPU_CAPABILITY': aten, 'ONEDNN_MAX_CPU_ISA': onednn, 'MKL_ENABLE_INSTRUCTIONS': mkl}

variants = {'own': {},
            'avx2': kernels('avx2', 'AVX2', 'AVX2'), 'default': kernels('default', 'SSE41', 'SSE4_2'),
            'threads2': {'OMP_NUM_THREADS': '2'},
            **{f'shift{o}': {'RUNBN_SEED_SHIFT': str(o)} for o in (1000, 2000, 3000)}}

def run(variant, names):
    "How many notebooks passed and failed; their lines are printed as they come, the log of a failure too"
    passed = failed = 0
    with tempfile.TemporaryDirectory() as cache:
        env = {**os.environ, **variants[variant], 'TORCHINDUCTOR_CACHE_DIR': cache}
        cmd = [sys.executable, Path(__file__).with_name('check.py'), '--notebooks', *names]
        p = subprocess.Popen(cmd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for line in p.stdout:
            done = re.fullmatch(r'(\d+) passed, (\d+) failed\n', line)
            if done: passed,failed = int(done[1]),int(done[2])
            else: print(f'{variant:9} {line}', end='', flush=True)
    if p.wait() and not failed: failed = 1
    return passed,failed

def main():
    known  = {p.stem for p in find()}
    asked  = [o for o in sys.argv[1:] if o in variants]
    names  = [o for o in sys.argv[1:] if o in known]
    strange = set(sys.argv[1:])-variants.keys()-known
    if strange: sys.exit(f'no such variant or notebook: {", ".join(sorted(strange))}\n0 passed, 1 failed')
    if platform.machine().lower() not in ('x86_64', 'amd64'):
        print('other kernels are those of x86 processors: skipped here')
        for o in ('avx2', 'default'): variants.pop(o)
    counts = [run(o, names) for o in asked or variants if o in variants]
    passed,failed = (sum(o) for o in zip(*counts))
    print(f'{passed} passed, {failed} failed')
    return int(failed > 0)

if __name__ == '__main__': sys.exit(main())
