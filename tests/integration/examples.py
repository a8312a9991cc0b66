"""A short story of somebody's own, as a file, for the tests that need one beside the samples."""

LATE_TRAIN = """\
---
id: late-train
title: The late train
mood: sunny      # a key of my own
archetype: obstacle-or-deadline
principles: [ownership]
situations: [obstacle]
metrics:
  - name: Minutes late
    baseline: 40
    result: 4
    standing: confirmed
trade_offs:
  - chosen: A bus
    rejected: Waiting for the crew
    why_not: The crew was an hour away
---

## Situation

The last train of the evening had no crew.

## Task

I was to get sixty people home.

## Action

I rang the bus garage and asked for two drivers.

## Result

Everybody was home by midnight.

## What nobody asked

It rained.

<!-- The names of the drivers are in my notebook. -->

## Follow-ups

### Why was it hard?

The garage closed at eleven.
"""
EDITED = LATE_TRAIN.replace("sixty people", "seventy people")
