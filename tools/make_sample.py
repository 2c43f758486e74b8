"""Make runbn/assets/mnist_sample.npz: the first 10,000 training digits, in an order fixed by a seed.

    python tools/make_sample.py FOLDER_WITH_MNIST_RAW
"""
import sys
from pathlib import Path

import numpy as np

from runbn.files import read_mnist

images,labels = (o.numpy()[:10_000] for o in read_mnist(Path(sys.argv[1])))
order = np.random.RandomState(42).permutation(10_000)
np.savez_compressed(Path(__file__).parents[1]/'runbn'/'assets'/'mnist_sample.npz', images=images[order], labels=labels[order])
