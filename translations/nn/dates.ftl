# Clock times and spans of dates. The names of days and months come from CLDR.
date-time = { $hour }.{ $minute }
date-clock = kl. { $time }
date-clocks = kl. { $from }–{ $to }
date-at = { $date } { $clock }
date-span = { $from } – { $to }
date-days = { $from }–{ $to }
