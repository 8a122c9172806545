# Question: outcome=orr,crs-3&age=80- (/v1/comparison?outcome=orr,crs-3&age=80-)
# Data version DATA, answer version ANSWER.

model <- "bayes"
interval <- "t"
adds_cohorts <- TRUE

trials <- data.frame()

changes <- data.frame()

pools <- data.frame()

differences <- data.frame()

analyses <- data.frame()

changed <- data.frame()
