/* The inner loop of tools.counts.vectors: stochastic gradient descent. */

#include <math.h>
#include <stdint.h>

/*
Constants are given to the compiler: SIZE, the length of a vector; KINDS of words around;
NEAR places on either side have vectors of their own, AROUND are looked at; SLIPS and RANDOM are
how many words each is told from, DRAWN how many are drawn from at random (a power of two);
END is the token of a sentence's end.
*/

#define FARTHER 2 /* words from this distance on tell something from afar, too */
#define ROWS (2 * NEAR + 2 * AROUND)
#define TOLD (1 + SLIPS + RANDOM)
#define LINE 64 /* bytes that the processor fetches at once */

typedef struct {
    const uint16_t *tokens;
    const int32_t *kinds;   /* of a word where it stands around another */
    const uint8_t *small;   /* whether a word is too frequent to tell anything from afar */
    const uint8_t *is_word; /* whether a token is a word, and is visited */
    const int32_t *heads;   /* where the slips of a word begin in `slips` */
    const int32_t *slips;
    const int32_t *drawn;
    float *own, *biases, *around; /* what is trained */
} Training;

typedef struct {
    float *rows[ROWS];
    int near, all;
    float scale; /* of the far ones, which follow the near ones */
} Surroundings;

static uint64_t next_random(uint64_t state)
{
    state ^= state << 13;
    state ^= state >> 7;
    return state ^ state << 17;
}

static void fetch(const float *row)
{
    for (int at = 0; at < SIZE * (int)sizeof(float); at += LINE)
        __builtin_prefetch((const char *)row + at, 1);
}

static float *row_of(const Training *t, int place, int token)
{
    return t->around + ((int64_t)place * KINDS + t->kinds[token]) * SIZE;
}

static void look_around(const Training *t, int64_t at, Surroundings *s)
{
    int used = 0;
    for (int side = 0; side < 2; side++)
        for (int step = 0; step < NEAR; step++) {
            int token = t->tokens[side ? at + 1 + step : at - 1 - step];
            s->rows[used++] = row_of(t, side * NEAR + step, token);
            if (token == END)
                break;
        }
    s->near = used;
    for (int step = FARTHER; step <= AROUND; step++)
        for (int side = 0; side < 2; side++) {
            int token = t->tokens[side ? at + step : at - step];
            if (!t->small[token])
                s->rows[used++] = row_of(t, 2 * NEAR, token);
        }
    s->all = used;
    s->scale = 1 / sqrtf(used - s->near + 1.0f);
    for (int row = 0; row < used; row++)
        fetch(s->rows[row]);
}

static void add(float *restrict to, const float *restrict what)
{
    for (int i = 0; i < SIZE; i++)
        to[i] += what[i];
}

static void scale(float *restrict vector, float by)
{
    for (int i = 0; i < SIZE; i++)
        vector[i] *= by;
}

static float product(const float *restrict one, const float *restrict other)
{
    float sum = 0;
    for (int i = 0; i < SIZE; i++)
        sum += one[i] * other[i];
    return sum;
}

/* Choose the words that `word` is told from; it comes first itself. */
static int choose(const Training *t, int word, uint64_t *state, int *told)
{
    int used = 1, slips = t->heads[word + 1] - t->heads[word];
    told[0] = word;
    for (int nth = 0; nth < SLIPS + RANDOM; nth++) {
        *state = next_random(*state);
        uint64_t random = *state >> 20;
        int other = nth < SLIPS && slips ? t->slips[t->heads[word] + random % slips]
                                         : t->drawn[random % DRAWN];
        if (other != word)
            told[used++] = other;
    }
    for (int nth = 0; nth < used; nth++)
        fetch(t->own + (int64_t)told[nth] * SIZE);
    return used;
}

static void visit(const Training *t, int64_t at, uint64_t *state, float rate)
{
    Surroundings s;
    int told[TOLD];
    float sum[SIZE] = {0}, change[SIZE] = {0};
    look_around(t, at, &s);
    int used = choose(t, t->tokens[at], state, told);
    for (int row = s.near; row < s.all; row++)
        add(sum, s.rows[row]);
    scale(sum, s.scale);
    for (int row = 0; row < s.near; row++)
        add(sum, s.rows[row]);
    for (int nth = 0; nth < used; nth++) {
        float *restrict vector = t->own + (int64_t)told[nth] * SIZE;
        float height = t->biases[told[nth]] + product(vector, sum);
        float by = ((nth == 0) - 1 / (1 + expf(-height))) * rate;
        for (int i = 0; i < SIZE; i++) {
            change[i] += by * vector[i];
            vector[i] += by * sum[i];
        }
        t->biases[told[nth]] += by;
    }
    for (int row = 0; row < s.near; row++)
        add(s.rows[row], change);
    scale(change, s.scale);
    for (int row = s.near; row < s.all; row++)
        add(s.rows[row], change);
}

/* Visit the tokens of a part, and move the vectors towards telling each from other words. */
void descend(const uint16_t *tokens, const int32_t *kinds, const uint8_t *small,
             const uint8_t *is_word, const int32_t *heads, const int32_t *slips,
             const int32_t *drawn, float *own, float *biases, float *around, int64_t begin,
             int64_t stop, int64_t seed, float rate)
{
    const Training t = {tokens, kinds, small, is_word, heads, slips, drawn, own, biases, around};
    uint64_t state = seed * 1000003 + 12345;
    for (int64_t at = begin; at < stop; at++)
        if (is_word[tokens[at]])
            visit(&t, at, &state, rate);
}
