"Settings of the web site; tools/make_site.py puts this file beside the pages that it writes."
import os
from configparser import ConfigParser
from pathlib import Path

cfg = ConfigParser(delimiters=['='])
cfg.read(Path(os.environ['RUNBN_SITE'])/'settings.ini', encoding='utf-8')
cfg = cfg['DEFAULT']

project,author,copyright = cfg['lib_name'],cfg['author'],cfg['copyright']
version = release = cfg['version']
extensions = ['myst_nb', 'sphinx.ext.mathjax', 'sphinx.ext.viewcode']
root_doc   = 'index'
nb_execution_mode  = 'off'                     # show what is stored
nb_ipywidgets_js   = {}                        # widgets stand beside a picture; their scripts are on another host
nb_merge_streams   = True
nb_render_markdown_format = 'myst'
nb_mime_priority_overrides = [('html', 'application/vnd.jupyter.widget-view+json', None), ('html', 'image/gif', 0)]
myst_enable_extensions = ['dollarmath', 'amsmath', 'colon_fence', 'fieldlist', 'deflist']
myst_heading_anchors   = 4
python_maximum_signature_line_length = 80
add_module_names = False
toc_object_entries_show_parents = 'hide'
mathjax_path = 'mathjax/tex-svg.js'
mathjax3_config = {'tex': {'packages': {'[-]': ['noundefined']}}, 'svg': {'fontCache': 'global'}, 'options': {'enableMenu': False}}
templates_path   = []
html_theme,html_title,html_static_path,html_css_files = 'sphinx_book_theme',cfg['lib_name'],['_static'],['runbn.css']
html_context        = {'default_mode': 'auto'}
html_baseurl        = f"{cfg['doc_host']}{cfg['doc_baseurl']}/"
html_sourcelink_suffix = ''
html_theme_options  = {'show_toc_level': 2, 'home_page_in_toc': True, 'use_download_button': True, 'use_fullscreen_button': False,
                       'navbar_persistent': [], 'use_repository_button': True, 'repository_url': cfg['git_url'], 'repository_branch': cfg['branch']}
