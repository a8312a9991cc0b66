"""The story bank: a Django app that keeps every story and every version of it."""
