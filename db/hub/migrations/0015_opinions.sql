CREATE INDEX journal_opinions ON journal (position) WHERE kind = 'opinionGiven';
