"Find a Chromium for the checks that look at pages, and start it so that it asks nothing of any other host."
import os, shutil, sys
from contextlib import contextmanager

names = 'chromium chromium-browser google-chrome google-chrome-stable chrome microsoft-edge'.split()
apps  = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']
flags = ['--disable-gpu', '--disable-gpu-watchdog', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
advice = """no Chromium found, so nothing was looked at. Install one:
    Debian, Ubuntu   apt-get install chromium
    macOS            brew install --cask google-chrome
    anywhere         python -m playwright install chromium
or say where it is: RUNBN_CHROMIUM=/path/to/chromium"""

def find_chromium(own=None):
    "The browser to start: $RUNBN_CHROMIUM, else one on the path, else playwright's `own`; None if there is none"
    if asked := os.environ.get('RUNBN_CHROMIUM'):
        if not shutil.which(asked): sys.exit(f'expected a program in RUNBN_CHROMIUM, got {asked}\n0 passed, 1 failed')
        return asked
    return next((p for o in names+apps+[own] if o and (p := shutil.which(o))), None)

@contextmanager
def chromium():
    "A headless browser; ends the program with status 1 and says what to install where there is none"
    try: from playwright.sync_api import Error, sync_playwright
    except ImportError: sys.exit("playwright is missing, so nothing was looked at: pip install -e '.[dev,site]'\n0 passed, 1 failed")
    with sync_playwright() as p:
        path = find_chromium(p.chromium.executable_path)
        if not path: sys.exit(advice + '\n0 passed, 1 failed')
        root = hasattr(os, 'geteuid') and os.geteuid() == 0
        for tries in (2, 1, 0): # on a machine that is very busy it may die before its first page
            browser = p.chromium.launch(executable_path=path, args=flags + ['--no-sandbox']*root)
            try: browser.new_page().close(); break
            except Error as e:
                print(f'{path} ended at its start: {str(e).splitlines()[0]}', flush=True)
                if not tries: raise
        try: yield browser
        finally: browser.close()
