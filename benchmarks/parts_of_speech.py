"""Jieba's part-of-speech pass over Chinese texts, timed.

    python parts_of_speech.py TEXTS

OpenCC makes a text Simplified first: jieba's list is, and each word that it lacks costs jieba many times
as much as the others.
"""

import logging

import jieba
from jieba import posseg
from opencc import OpenCC
from timed import timed

jieba.setLogLevel(logging.WARNING)
simplified = OpenCC("t2s")
timed(lambda text: posseg.lcut(simplified.convert(text)), "jieba")
