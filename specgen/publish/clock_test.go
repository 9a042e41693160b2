package publish

import (
	"context"
	"sync"
	"time"
)

// A clock stands still until somebody sleeps, and then jumps.
type clock struct {
	mu    sync.Mutex
	now   time.Time
	slept []time.Duration
	lines []string
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) sleep(ctx context.Context, d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
	c.slept = append(c.slept, d)
	return ctx.Err()
}

func (c *clock) log(line string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.lines = append(c.lines, line)
}
