package main

import (
	"fmt"
	"strconv"
	"time"
)

// today returns the time that dates in a spec are of: now, or
// SOURCE_DATE_EPOCH (see reproducible-builds.org).
func today(env func(string) string) (time.Time, error) {
	epoch := env("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return time.Now(), nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH is %q and no number of seconds", epoch)
	}
	return time.Unix(seconds, 0).UTC(), nil
}
