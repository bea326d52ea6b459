/**
 * The direction numbers new-joe-kuo-6 for 1111 dimensions (all polynomials up to degree 13), packed. Source: S. Joe and
 * F. Y. Kuo (2008), Constructing Sobol sequences with better two-dimensional projections, SIAM J. Sci. Comput. 30,
 * 2635-2654, and their file new-joe-kuo-6.21201, which has this licence:
 *
 * Copyright (c) 2008, Frances Y. Kuo and Stephen Joe. All rights reserved.
 *
 * Redistribution and use in source and binary forms, with or without modification, are permitted provided that the
 * following conditions are met:
 * - Redistributions of source code must retain the above copyright notice, this list of conditions and the following
 *   disclaimer.
 * - Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following
 *   disclaimer in the documentation and/or other materials provided with the distribution.
 * - Neither the names of the copyright holders nor the names of the University of New South Wales and the University of
 *   Waikato and its contributors may be used to endorse or promote products derived from this software without specific
 *   prior written permission.
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT
 * LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT
 * SHALL THE COPYRIGHT HOLDERS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES
 * (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING
 * NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH
 * DAMAGE.
 */

/** What makes the sequence of one dimension. */
export interface Direction {
  /** A primitive polynomial over two elements; bit i is the coefficient of x^i. */
  readonly polynomial: number;
  /** m_1 ... m_s, s the degree of the polynomial; each is odd and m_i below 2^i. */
  readonly numbers: readonly number[];
}

export const MOST_DIMENSIONS = 1111;

/** Polynomials of the dimensions from the second on, in base 36. */
const POLYNOMIALS = [
  "3 7 b d j p 11 15 1b 1j 1n 1p 1v 2j 2p 2v 31 37 3n 3t 3z 41 4d 4n 4r 55 5b 5d 5n 5v 5x 6d 6n 6p 6v 71 7x 8b 8d 99 9r 9v 9x",
  "a1 a9 av b1 bt cj cv dj dx ep ez f5 fh fn gp gv h5 hb hj hp hz id ir it j3 jb jh jz k1 kb l1 l5 lv lx m7 mb mp mz nj nv o1",
  "ob od oj ov p1 pb qd qh qv qz r1 r9 rd rn rt sb sp t7 tj tp v9 vj w1 wb xx yf yv z7 zj zx 109 10j 10x 119 11f 11z 12j 139",
  "13j 13r 141 153 15x 16f 16j 177 179 17p 187 18j 18v 197 1a1 1a7 1ah 1bp 1c1 1cj 1cv 1dp 1ef 1el 1ep 1fd 1fr 1fx 1g5 1g9",
  "1gj 1h9 1hp 1hv 1ip 1jv 1kj 1kp 1l1 1lj 1m3 1m5 1mv 1nn 1np 1o1 1ob 1ot 1p1 1pb 1pl 1pt 1qn 1qp 1r5 1rb 1rf 1rp 1sd 1sj",
  "1t1 1t5 1tn 1tp 1tx 1u1 1u9 1uj 1v7 1v9 1vj 1vn 1vz 1wr 1wt 1x5 1xj 1y1 1yd 1yv 1z5 1zb 1zn 1zp 209 215 21t 225 22h 22n",
  "22t 235 23h 23r 23v 243 245 251 25b 25l 25r 25t 263 26b 26h 26p 27n 27z 281 28b 28p 28v 291 29b 29p 29z 2a3 2ab 2ad 2b3",
  "2bb 2bh 2bt 2cb 2cd 2cn 2ct 2dn 2dp 2e1 2e7 2fr 2g1 2gb 2gj 2h1 2h5 2hj 2hn 2hp 2ib 2in 2iv 2j1 2j7 2j9 2jn 2jt 2k7 2kj",
  "2kv 2l9 2lj 2lp 2m9 2mf 2mt 2mx 2n7 2nj 2nl 2oj 2ov 2p5 2pn 2pp 2q1 2qf 2qj 2qp 2qv 2r9 2rp 2sd 2sh 2sn 2sr 2sz 2t5 2tj",
  "2tn 2tx 2u7 2up 2uz 2v1 2v5 2vn 2vz 2w3 2wr 2xb 2xp 2yb 2yh 2yz 2zd 301 307 319 31n 31p 31x 32b 32p 32v 32z 33b 33h 33p",
  "34d 34j 351 355 383 38p 397 399 3a1 3bl 3cb 3d3 3dr 3dv 3ej 3f3 3fb 3fl 3fv 3gl 3hv 3ix 3j3 3kd 3lj 3lp 3mv 3n7 3nj 3p5",
  "3pd 3pn 3rj 3rx 3s1 3sp 3sv 3t9 3u9 3vd 3vn 3vt 3yf 3zl 3zr 40f 40t 413 41h 42v 431 443 45r 465 47h 49f 4at 4bb 4bh 4bv",
  "4cp 4ef 4et 4ex 4h1 4hp 4k5 4k9 4lf 4lh 4mt 4nd 4od 4oj 4ov 4ox 4t3 4t9 4up 4uv 4vt 4xb 4yj 4z9 4zl 50l 517 51n 52p 531",
  "53d 53j 547 55n 563 56b 57t 58r 5ap 5b5 5bp 5cb 5cj 5cv 5ef 5g1 5gn 5hb 5hd 5hv 5j9 5jl 5jr 5k7 5l9 5mv 5nj 5np 5ob 5ol",
  "5op 5ov 5pv 5qf 5r7 5s3 5sh 5sr 5th 5tx 5u1 5xx 5y1 5yn 5z9 5zl 607 60j 61b 63n 64x 657 65j 67l 68p 69n 69p 6a1 6cb 6cn",
  "6d1 6dv 6ed 6en 6ff 6fh 6fz 6g5 6gf 6gr 6gt 6gz 6h5 6ht 6ib 6j1 6j9 6jt 6jz 6kb 6kj 6lj 6ln 6m1 6mh 6mv 6n1 6nz 6o1 6o7",
  "6od 6ov 6oz 6pd 6pn 6qh 6qt 6rb 6rh 6rn 6sb 6sd 6t5 6tb 6tl 6tz 6u3 6ur 6v3 6vh 6wf 6wn 6wr 6x1 6xz 6y3 6yv 6z9 6zd 6zz",
  "701 70d 70n 70t 711 71f 71l 71t 71z 723 735 73h 73t 74b 74j 74v 751 755 75p 769 76f 76p 771 77j 77n 78b 78d 791 79b 79d",
  "79j 79n 7ab 7bd 7br 7bx 7c1 7cd 7cp 7df 7dh 7dv 7e9 7ef 7ev 7ez 7f9 7fd 7fj 7fz 7gd 7gl 7gv 7h3 7hn 7ib 7id 7ip 7jh 7jz",
  "7kb 7kj 7kp 7l5 7lj 7ln 7lz 7mb 7mh 7n5 7nb 7nh 7nn 7or 7p1 7pv 7qh 7qz 7rj 7rr 7rx 7sb 7sj 7sp 7sz 7td 7tt 7uh 7uv 7uz",
  "7vj 7vz 7w1 7wn 7x5 7xb 7xf 7xt 7y3 7y5 7yd 7zb 7zp 805 817 819 81r 825 82d 82n 82r 82x 83f 83t 83z 841 84b 84r 851 85b",
  "85d 85n 85x 86v 871 875 87n 87z 88f 88n 88t 88z 89j 8ab 8ad 8ar 8b3 8bh 8bl 8c3 8c5 8ct 8dl 8dr 8dt 8e3 8e5 8f9 8fd 8fl",
  "8g5 8gn 8gr 8h7 8hf 8ht 8id 8ir 8it 8j3 8jb 8jn 8jt 8kt 8lb 8lh 8lz 8m3 8ml 8mr 8nt 8o5 8ot 8pb 8pt 8q3 8q5 8qn 8qp 8r1",
  "8s1 8sr 8st 8t1 8tf 8tr 8u5 8ud 8up 8uv 8v5 8vb 8vf 8wd 8wp 8x5 8xb 8xj 8xn 8xx 8yj 8yv 8z9 8zt 8zz 90n 90r 911 92b 92p",
  "931 93b 93n 93p 949 955 95b 95n 95p 95t 963 973 975 97b 97h 97v 983 989 99b 9a3 9a5 9ad 9ah 9ap 9av 9bz 9c1 9cb 9cd 9cp",
  "9cv 9d1 9d5 9ed 9et 9f3 9f5 9fz 9gd 9gn 9gt 9h1 9hb 9hj 9hx 9i1 9in 9jd 9jj 9k7 9kp 9kv 9ld 9lt 9md 9mn 9mp 9n7 9nd 9np",
  "9nz 9ol 9ov 9px 9qf 9ql 9r3 9r7 9rl 9rv 9sz 9t5 9tj 9tx 9u1 9uj 9up 9uz 9v1 9v7 9vj 9vt 9vz 9wd 9wn 9x5 9xn 9xv 9y1 9yd",
  "9z5 9zn 9zt 9zz a09 a0n a0r a0z a1j a1n a1z a2v a39 a3z a4x a59 a5x a6v a6z a7f a7t a81 a87 a8l a8z a91 a9j a9n aa1 aaj",
  "aav abl abx acf acp ad3 ad7 adj adv ae1 aed af1 afd afv ag7 agp ah9 ahr ahx ai9 aif ait aj3 ajh ajx ak3 akf al9 ald am1",
  "aml amt amx an7 and anj ao1 aob aov ap1 apb apn aq1 aq9 aqj ar7 ar9 as1 asb asd ast atn atv atx aub aun av9 avj avv aw1",
  "awd awp awx ax3 axf ay9 ayf ayz az9 azd azn b0l b0v b0x b13 b19 b1d b1v b2b b2d b2v b31 b3b b3n b4b b4p b55 b5d b6r b75",
  "b7f b7t b7z b8h b8z b95 b9d b9j b9n b9v bap bbj bc7 bcd bcz bd1 bdj bdt bdz be5 bez bf1 bf7 bfz bg7 bgd bgn bhl bhr bi5",
  "bip bj1 bj5 bjb bjn bjp bk9 bll blr bm5 bmb bmd bmn bmt bmx bnf bo1 bor bot bp1 bpb bpv bq1 bqb bqd bqn bqp bqv brf brt",
  "bs5 bs9 bsn bsr btd btz bub bun bv1 bv7 bv9 bvj bvn bvp bwb bwv bx9 bxp byb byn bz1 bzb bzf bzt c07 c15 c1n c1p c1v c2f",
  "c2j c2p c31 c37 c39 c3l c3x c4l c4p c59 c5d c5x c6p c6v c77 c7l c7v c87 c8b c8p c91 c95 c9b c9n ca3 can cap cb7 cbp cbt",
  "ccr cdf ce5 ced cev cf1 cf5 cft cgd cgp cgv ch1 chj chp chv chx ci1 ci9 cif cip cjn cjt ck1 ckr cl1 cmb cmv cn1",
].join(" ");

/** Their numbers without the last bit, which is 1: i - 1 bits for each m_i, six bits a letter, the highest bit first. */
const NUMBERS = [
  "wE7JQkTsoACuX2HgelTbgcxTsxKfe2fP5jxHHF_QGNTJHWLfHqzR7ETRPAkDpkumY5TawN8t0iEtRJXAZsPeuN5iodoT-Zj1v_X2Eqlm-S7WMI_RaC3OPgTwSU",
  "HMpKjp3oQsuUuSdH68-xpCvw4A3Vyx3CEkcW_91FLVqFlyF63faINghEFEywVXFhz2fyKqH2i2qjsOdqvNlAd_36aYjcDZ995St52xigdl01cALWvvkk6o3E9C",
  "lBqAKC9Y4PvbglQZQKd5hv_nQX7Fp-SCfX7snb0vMgrGurfqEBhtFYeHOQYhKdaM6vA7X_4xjvtKswiAXPiUUXBwyeKZdIzhVvfGUPouGTpyxdvkeiVYtGxK-Z",
  "YXnFyhjxvBPM01gOAEJJF7O9Tg3izLaoOvSUS8NdWjUzsoYqBvCd_nELzUwm5FLZdLS3D5jdQf3ekolnTZX0kHqTOQkuLe5Wim__Q3nGg6_jZKzkuHwtT39JhE",
  "IJcMp6GUn6kj_xyrPinGmCX-CpHSMBOfxOBfG3Uh-qHqXbLp7k8SwFwi27n1-g6pMJGcamBt98jgmqif59Wtonw3IZ3DYQ6Nos1vEpGVnacRu2taEQLlxfIYyX",
  "HTYvc1uydUqlTKpyUX3kh45xoCzi9ZKeywdNoZNWVPz0FZu4X0hQPwcsys56mDODeXcxJIDuhW4gZqn9p27SzH-Vgxgvlhk1HxIk3H4e0WC9_cX0HiRbgL4wCz",
  "82IybZfGaWfuImac2QlqACNiIC3ezm9xjQarXhYlSj7rK18mrv9Cewzgf5zeCevO3n0WFRJJzLriB3p4_oUyQfJLpewTb8spMIDNsUWzZ747DXxKvyk_1-rqps",
  "9LY_VsntYyMAJdZU0mvTbI-d9cFXKn6Kiee89F_Mu2gzCOxzLPfuOHpwITq9FddQ7eIxrmjbksmpcllQZDyYtZkAeh1r3Ym16ICbtY2aOboR1xdsIM7ynhG6Xu",
  "C2LFbM8AQHYxyHYGvOFhWg45yt7a6_HBf0Xe_vAxNsGiLwIcEZxRD0bYuZj3YccYa2bOrCbFG4RLafe91jrU83Su1rvD2LrNpcKMba_ITUgFtV3cJWPknS_lbs",
  "AEN61cH4FyE3Q3A0on3MiZuKex0WyCfbT78YCK43aYuYsstWHRkUwuUZaM1jagBTO7yRRO_3HuDCFO4wHVyrxr_U79_QRSMe8EsbPxBdy7Ebx4r_fISxDA9jKx",
  "kqSyX55lSiC5E_7ZslkVA1j_ltWXcGHZw8wqaCl8YmtLQy5KjpcWCgwCkbYaJT8Js2txWYuu6o2lD-AWfEVSVqU-ojIMUKLYoKryEOOKoTKM6xJ7rO2RVOZ_KZ",
  "Z83u2N5YKr5RmixnfStSzBDqPOF2GGyLAwvF5d0FRvQGILmtQZX0zlqNjcEjbxRU2CND2PTW8gMB5_Gk9YyO1Vq2gI0aRCSBy-2K9yUev1MRi7U2tpPCr_ZSQi",
  "1JG8mjthot376wxPZL2aw0wvKvO91Ra799H7WgkE_hlpi87-BAW_flfE58zTE59uSwur-c34lKb5vQhWriSJ1Yz9-tomWAslW2C6Qy6l0iaASHxk36m7MMGQ5s",
  "u_pj-rO-Iz9OrfP5vsr3CpSn7BR531bqZTTJSIeoMhEUEAIFUiFoyYgrevIv9mJVJ9MTG0BZSgMKU3s-eO2uOufxxpIJFEXhkn9ZILykSGvKeBSuadn8z3IHl3",
  "_3GhqWD4zASrmzSbv_czwaGZLgh57QsnpROpCQjsfAmmdT1PwSM6psVd64UhahGGveuZKWtFYYJwieOYRGc4Taiq5b4iK9b172--A9O_IGLcPyp56ylEMBw-Ys",
  "f6DU4hrA5jo0dBAhK4m9LUdDAj_PeLmYj95N1cScPlOubtVF_Ud4MV03H4CWHDLAl5Zc7Fuv6FRZ3OZBF2KrXfpMwWdWgVryq-kNgoq-g5Urt7JJoKMIlsq2YH",
  "d8JCPyhRdVoXQgMaysQGnJX34nEU0DlTBABQgVG9gO8NIzK0tQBknAGcSvlZmvuVVx3h62xnvdtINseXY0jsgdVoMgfrEEkaiElaAHJNBwEhttqGa0q51yK9-p",
  "aGvr0C77Xmzc7RHLNnDSetSkyocXIhUh7fxlG149WEH0hIqtN2ebXUmGLtLejAM1pbw2Alau3D7GvmC0RFHXtn36jaA3-H0-ED-ig_TBqLSFj7nPhun7sfyHLq",
  "V5E1kTt1CHgRZcPjUfjOtJTTtWJ3m79kX3KeroyMEHJsB99zAWYLTw-alCcu8wgr59a1s4PP24urMyVdPFoGZh_MNjfWKmDjndhic2DMw8uWaDOTlrMA0NizJ0",
  "tKJD0m5Qx6KMllka5uzkzB4XaRzOp_J5TLsn4kzyStC-LzpMdzXzZWrnMe4W8cVbtwvf520fubhFjfdFhAM7v5BD4gPVYQp-ZjwdxYO8eR-ZJFlBimpTGE-JvY",
  "BGn7bq-OS6lRCOT-SbhKhUcj1bC5M8zMVTGuFdYXHkw5EvFfHvUolTef7Qxzh9lJcIpSzJV0JDKbhtj3yhHZfdOeQDfOrfTAXBdX3DWDuN5WIC2nrKns5Gc-xK",
  "v1QSh6Gdx-O1gvaf-CFBgbnfrYLW3My3O7y1WUBGej7mvJrawdTtelYsU0SxsR4okwkBKtnf9FBmRu71e_rrg_AbVxkR_mGQnJj8kNJJwNJdwrNHm-ewtZmfVW",
  "pf7e8yLxKWdrzIhmBBbfh9b4IY7E1CWSMeG0bJKjMB2FEfRMCtf6627zh6s0ESiCnqiHeP0gp87CY7aeJwBHW4EF-UTxywPSsg0JapeQDz6BGjDtE_cVklqLec",
  "gH8h5V3S-xCRNKnlQJKOpE_rZ0MvUiX-wJCIBY2v4mmhJXTH69raPmfW8mYC-NY7F7glJMQOAKj9XUepkklj_DCBFcwlr9V00tCbGmG7UeV7Hj2b71RmTKb77q",
  "8t7tNP1B_37rhLg30D4FPlY-Lw1-ohHd2cTN5XdblKolKCyvEy34yZRExkfcMj5zUwoKAXN63yTbdhlMc5MkkWeB4O-xno0lwbXkSxOiZOpVwvH_EX6_Iyzofk",
  "13JWzN8cEijoRdEhPzQReFbAPyEL5zJujLHxWJF7Kt7NALxM1sYXIZLSvdIdJiAtiB2w9uZ4xX1kjV1sbRcUah9gRv3xCZIU8Vs9szjIfH2QPRLAsSWmtElLk-",
  "IqLZBBF8L5HNcq5oinZFL-QwDrZ7rMc_BgQYxvU79qq4h-DDOnGXm2s9TfBfSsfVQNJPfOrXKLbyAvwoVXW1kixfdSd_MaayrAjx6Urs6sSgUn9wLW1k74X9hq",
  "aKCe3py9Ro28fUdKfN0NP5ObJgVabWNp9T9coWIz4Xu6GbjTvwilrmo5p2Ind5JRXWu1npe-Z1NESeeF_NsgwYuqQrVwdllJi3Ew-6FzS0VEtO-T8nXWrOTQ8Z",
  "2ROw2A86XQAFo34HXY65hS9ZURfxjfG_oBSvITpseHpU9ytWFCb9q4tbT--gTvKNbbVdqltNufpjjOtflVdk6Ns10Q-8-yhzlHdchxoeHJT3vXeYsUpLWgyvtf",
  "9a-A1526BOr_-KA9YzcSUv6_deNh35yfLQNMJcDfcWPIXfY1LcR43GVK11wVl1xl-6u7KXPG1VvIMXix9g9H6QfcbXKkKS9QByU-ZLtb7Pcs8nT11Z1Ae78voa",
  "lbb4tyPM6fd5_l3JQL-NlMdK-dMYrPxlKdKSa9Z_j-ubdpfYQ4Wpeh8j0yfi62PSgnCkM5yK_mJDIhzqNr_0gResX30YS9ZqEGBTenIp3kE7PULJxDnklEv9RF",
  "rliabfsD4DscnuopZQfWWUkVbkUx-PFu3l1Pq-qCQztWDA9zC5qAt0A8q5egRtHXBtMqRVAnADnTNhUc9lJJUP1KMaAXk8WAFVw8EeS2wBuoAMUyFsUqUvRQiD",
  "GqJDdeKfI5t0sgrVaY6NG5YKhk6EUs4CGvNsD136O_ZPpyhO1tgpvDpTake0LVXlF9AZujs5Mj371iEjEJlQ9G6FdWuhIKmaJMWUSYBxFPNYssOOEgwHiA5Iyh",
  "9ZBCUpqHuzTgEKnmpSbF6o43i_OCvdYkGGaPFYW7R2hKuuDiagYMdaiGwJwHm7myyc7gOQTEQ-ZiUlOXivqnTvqpcHFYgdnDL2nlsg5tJOp8WGRDv27EZqltCH",
  "VMafn3by83unrzGvHiSFDYiY50qpYJaqHBUmV49Pdmb9wedYbUDh7YEJ4KEfR73pDJIgSFa_fBXgGGCCisxlwHI2VzrS1aquZGoTtORKKQdYJmIJvJ56mJ7sP1",
  "qel0Har6R4CWU338njg5080GdLxWx71a694d_5SoE2hVEhgdc2kqp3qpr_4WeERes0IqXaOvLZfBEVYNQmPJMP82_xL_0YrC1s5BYMpJA9lc4hx912iCHYIbiv",
  "vjlSP7XVCxRJfKSFx4npU42UvmXU1Y2G_GMx0a0je_jByGr1f2jM9QyDD5HF9QYROEFwAoo4d_Hp6QDI6WTsrdM-mLYLtzsioRYgYQvhgTpLeowkSFI_trie-B",
  "yp28pXSyBHBj28THEdY6fCns4zTvRF4rw50olZ18clwrHt6UemUeJwxBuzzqGPNtG-nuCiMiHWLAv_qqDf6bB6QVF21BZn8mCMTRX4qErKiYfIVGqI0Ke2bqnw",
  "6lBE1Pavp-REUVRe7LTja3pT-9ze70EhLnw_rEydtTZfRQV7ZgRdGQWTTW-Wvf0JSsPFwKhZraBO6H_pgYZbwrAGKi-Mzq5kJ91WmENSNerCnmmSN3kIHhtYbW",
  "-18eYXhh4RmA9C5LbrjLQqUw__2RIVEmQsdT20syRSCqS9122V3sNVJB4aK7orSxZdZ2RA_kpB0DQgAMkb_qUcIiMM-9pBRvExKktYrlYUrQHWDtmsn7zGnl-7",
  "dGtuW4OB7voA3TJHoXY1dJzOF0N1RrP7cYak-hRV7BMzrQYIfcJ4_M-IwdRMCkAfyYLu0dU7nnMNkKPUongMiFIDLjdfQqoFhoFuWlnA9swr42QsEwJEjd5cXP",
  "e6UAQhnlEWgQK86_eqfkDeeWkm3DMnNd50Rc9YhF2kqhagdyc7JRI_fQ10V-ztCOuPIPdO7w4BjFYimF-dkHt6sSmpMW1NaioCgxXjzyEHWP1JwAvFLvmI6VB7",
  "LIXFv9YDxSKFzrBNAps-hoxkgYVVT_-jsUedKueHLJkl9x6zrScWHmIb63jKJUqGBW1eOTVFtOEoaD6W7q2oS-ntLSUP8iWh_6ZB6UhWZdwM51Ku_NuL7jPKOq",
  "RdFkBZaQk_8xIrHjHcWhwlv-eRJ6mdh3H0oSw9aynfhfm18izdUSt9F-0Z8-ryNs-cMWiURm0sj46e4FPD6hZo_tTI_sKGOdPygOX2P-Ikrck31VYoiTFVdptK",
  "5OQEufGeo9Yr-UOM6eTNL_R9xj2tUKG0ijRpFiOHm03frD-3kYIMOB8sARN53CwpnhpXEWF0FgY4M_3YJthm4Vse6_NbJcUEL7bEnbTW6Nvrg-NzaHud5DHU_N",
  "iPegv1oHrMiW7uZVaX4DnGP_bTrgUvjye6Q8YPphQFJesAM_nHYv5Q-BCuJ1XawjJaoTTa_iHVKfdQxYtH9BHuxij7_bHjJItEDM-40rDXXaoboaYQrJikUO2Y",
  "qS3RIJKqYht40cs4hMJUpt6ptjGm4gYsEF_ineQ0HzXDC8qgNQVTCkq5pJYWI9SxQ66Vyu3Vc3KiJizNmOIHngk6cpWyPrimbXAuD7Cx3aKm9jqW3frnuDO1Ju",
  "g09ZQ-1w-3X6xx2k7866Aovgr_HAcu3QMuustTXOvW3uNRVI9MzbfANgc_570O7U-4B0nctdyXsVV0T9-Soi4lkAkg9v6OCcdcfmvisOOnIknZwMXAWHlGOyxx",
  "ynwN9k9mdhmfkrV_no58zaeMp1qi0db-Se1fKLtG0TaZPQpKPfq7XJzz027F4zF7ticrEjd98pP98AiKghgWENO-4MtD1m35y5BepMH8aW6Y1j3_jIemXFcJV4",
  "Ea24-yZ8Fn5Ztc6ALQmRyGnuh7hEXxjem_f4i6l92bCFwmWjN8bhZR0EP6O0mg_WRl-A-rqgZsX9jArIwDJoXJsACpNEVork1xlqn4R4GLK0RlekvLoXOkGnU0",
  "OIRG6skJKIu5I4Y81PYEpMCvi9hU5XJKd9AxiH_-jGZ_sORW9BJq33EPiwC0DHlRou9FZRqAGISOqVIJD17fDIuqAH16-7FWQGkPAnfuxr3TPX6-QojB4s0hDZ",
  "rUhKny4YuDi4XKoQz0FTLdUTt5x0oD3dd21bjUMz9dGTJtYr4yI9uf4Kp5Cj4nx3xicewHSzqNjMr4H2ReAQ40pvcYulTmUMQAQEpaEbXiyB6p2aqhKC9Nq_u1",
  "hCNAdB9C4lDuDh2q0QSaruqo15dkZKPfuFbcForsl2vRib9WcSFtAviHTOni_omdJiZUxgjqFevutLDDM8HgUCdrdue35p4feuvzeKibnrLB2HZUUIMG-ZJVMl",
  "XO9m4c2G4G5rHu3CVhLerm0DGd0DTaz4W0TTzk18xm4BNOb9AzAhJzkEA5SjY8rJarjwFFi9eVo5zK80pJz7RJ5CFIY6j50B2XgdjZR5PxBjoULllrwVGhcpIn",
  "dx-ZHVkjMDwSHUf7uibYdGza1QqqzdWRhzFTQj3ujnGPyB5j9H_AmZRWEBfe04C2qAobXzN1Ct1V0y2Igx7VsgtbAf_tXKi6ZT-g5eLYzmW6uch3oJtHgZBsIl",
  "Z2G9-vfBINiUOKhj_wCaLTIPGmzEipEwNJN-ESLBWLnjCW_HxDY7-jA7vzoGRZ68re-L4v5_-AfGETYo_2PJjxySDvnS1gL3MWMGLScQpZ1ujW6tZ9CPb0Xirt",
  "sMa2Ndvqvl6c-mA0uPApyzwEQ5A0AEPk6iEGXBeTAiFqY7XAmAd1tIDX_fUHpMdVsck9OxxWXGQ3yQE_d_TNbo_VVItEL2-L_Ahv0oPrgSsELudsHFcvQ3_1T_",
  "4QH1BRuV6w9BuQji3ZBQ9KkMFjZVebQweTIoYHDw3dMq0zMeZeCtOTC6Z5_V9szLoi02kh2OncmPZUKQ-jqonEA0jIYI6evyongDQbGjEC9cOXUWCjspD9Jtiv",
  "IlBvcHCc5pajS3t7xCpBKR2Mat2Xq6dLrnpKz6swS9huMjMgUyHWDpS1IGwdqlF_ltbWQjB3LFQTswo1WcHdlY7Iu6Mc0aGr1jV1rw2RTOlM_EQSsDAWEbpVfH",
  "ULl_2kuCcI3RDH1kd4TnnGIy6cVtrJnu6jDXLNFv_N97hacUSiyGwk04epd773pVicR_KUW-9jV9cmpsaQVptOdNB4j6CNXofrrLe2SvQnX1IaRkfp4EUgDlOr",
  "ELMMPHOLqyikg7kcJ6OEoRc0-GW9DzLiNUg0UYzEZ2uY3YoI76e3ygq3eVhOyrkunc9Xq5mTi18o_oLLIagKIUfwKpTW2BHHf8vPuvhCCeQZs2Vn0230K2_tXA",
  "pjQ3rhpf8sc9tiFhgdeH3rz-FFEtQ0u3gtAsm6SsexcJ_zf_07l5nutoBBSkKg8bh2wKhIlYb-cWwl991hPjcKKIj4hWs0ysaiSeCSUgv8uTk67u3v6KHmQems",
  "z7fUl5AClFKCgJtKQH106u3IIKCPkCAnWc_YRgGJ9iom3loI0fhRCaIpuKX9Ss2RtKKMlctbLHTP1IQAKEoizvkK8pzxaxYx7iJdu6dmL2TY8MYsJcTAh12ApF",
  "3FRUUTfQRhc9YXnBUrMqHvIFL-41SOKzj7ip4ngWnuyCrOFhdeaW1bllgUIP8O478B7OEvPSD2ugWjYO5OT_2DnwY5JpsP_5H0tVZI8v0bmBcRfiM7HqGOI3v-",
  "SN1HWNolm4gwEmcZLM_pyhMswxnG5vhVBQ2hrTcZlcB_Ferya0HmyUQm-qZ0zHy47aNI4X0vEcrLkBOJwHLmDTGOpHX423MteoKxPv9F3rFL2hti0mQYbDHt5W",
  "NTMBT8EMTPIF9v9gpILbE5tU3VJMeHR1gH4TpBRh3Ptpi3AjNG3mpoG07V75py6GVuW_-LPMG-uB7QPCUgyHD0gscEn9z2_sFGRC-AruYj6SJFZ2l_Q-SOrn9o",
  "sVEmfxyrG188ONuVTB2gYDAtp-POo5H-jdTcQKFccNl6csafkt0hHD0YQ3jAm6058Qt5JrtPmIhktFzL2hH3Q5MdOYRNlp2pp7X3Mxhlq2PAL8gTi-66XqQHcq",
  "g6ikxt63QejQx1d4WiOg_tF-nOt2l7-baEUs4O7_MjjsoubB7pyeOpAKtgwCtYda0wvOY21A-mnL5TndVsxTk1EelmE14i_yw92FdFxbqiYyFmfGFY5vOwUa6P",
  "wj95kVSGC_NeesbNZQUObdAUsI7hJsYitZrK3F-gAsXIDLYk8-uYmmvHJeMLBjbG69a9EAR3DphSp-mXh4inTU0bj69Hgd30-7oDbeWOYS3GDWECn2z_ifAMCI",
  "leB7E4cLwd9pztC7t0tdYPrPw4SPLmm3CstDoAqPhajsX79wyKHeTQ9YXTcNC6ROILb9VhNtnh3fHXtQDPsyQm2vKsUtgoexY-wbj73QnUSMhSGEQXDvcPkvVf",
  "alXY1NW6ZGGMIsyxxbGbWvA20XCvcNtlSY5_eJQZlYGC8ZwFzE7m3qrfcOb6qoyS7uNYjucB3lq3NVB9aWHb3vqrFOPyj6-LUl0IpavxNnn6WbLnvDx4-teM86",
  "QZieeMdWMOQ6-BWcW6-XR2tQ2Vrmto6daf8ahlI0wqtKxIlO7utDiDZl1v-3uX9Q7QbB6W9BRaFxe2Oyi7DGuM8gpXOwJZNI9jEMzkfBVcl2nVVGwU_hwhpZsR",
  "lQVzUHq80ljpZHbkId3CiavupYjaqaK5WRLVN1VIhIrMI7U7fXfpIOldpE9dVTxTajewNv__JjFMr9E8_xk5brtHqNhe47m6_uMn_c5L_eMrI8e_a2OfLgfg6C",
  "bWB1nyX3vcSFz67RKAjHBqyQlzAnDyMy_IvXDLIZyhQe3S3U2WiPT3FgWHilH2MQi-c9YBt2zWL4vufg8-x3CcXEh6N7BE1l45e8UcJl9L-BJmSnHVauBb7Ip2",
  "GFh88naw-K8bSiBTZ389VseW_VwNDZ7IAGe61QqSpyncXhWUhyb3MrhDa5JBVtHxjwzWHAKYEywUPMuk5mvKQ0AIxZJ_1Dq3_vSgc0XW9IH6TZxIuL6JZZyKBh",
  "4ry-VsLsoKpRxFEG4UEpP0OjJFu7BmFjUbkju9iSmHxPW23wyu7U8ROjSSeMS2dr50wMLy5BmD9JXK6bYJnjKqe7NWg_ge2zQB7ujqhDd5vt79BigPK7o9vqlM",
  "y1IVmUJoi-uayEvKIzjXjaDIsaWc1tZTJ40JLyI01tFmAQNz_18cVga6lH9hBYpkzJ4cNKZZboDL2uPIOll9wwyk4OVcftZDUeafvSRudTAt86LXnrcuXbXugr",
  "CyVsWCzmPB-YNIl2BSL-mYIM_FjP01wEQn1njSAEzE_MHSY2g3b0STJlfM2vJXnEfsxTpMXh4UedEWry2fK0R-ZQ3UxYjfC43i1HAmjx0KED2W7wmLRgabtM8_",
  "HnehyVxfhWkMTCeEdB-PL8r85STA-hwLe20iDJ7-6lgsrqcPAOcN5rVykYSNjFrQmRVL_0oDol6gBitJYlq-3um8tK556tlh5iDIMS4gYxiAE6LuYhuh9CPDKn",
  "CQ7w8TFjNWidtUAOaFSF4_Y4DtI1iB4eKQr9P47Mpw2hOamYDgYTEhTi3JG9pRe6z0OKaTEJG3xdKXgPqOXMB5kxylZV07K8pMlKGtnCM41hyybTnfhrrfNKlW",
  "IlVPAw9FZZOGJQhk-qdSY04J5g1PgzN1ECZ6_URkR8sp8S2vwOI5t_9hseXbA3xi1u1g7qwYJyTT4Vuo4RCkWU2uRvpbxpBFjkRZx4n0kAIpZrlRdcyuvq0OT_",
  "LTHDVFUs9X4sHX2LXFkA3ngICdqjHDwamv8g1bZ_jqW-0gVQv0DjrvcU1O9TUN9H0AMXlPm2DecCfqTj1Rd3tmn7gzGNdjHl6e_BUM958DDxvyO4psRMyMYPgu",
  "sdpFsB2LtH4Vs2LnI4Dbt_OYeCwBOPaUmKAFzOibyrjBDvrPfbV9uPUROhjGziebR8FfsnYBo8fsen5N8Ob6xuF4d9sDFTWY7-AFyyY4A8z2caQxnIbOFTRjy4",
  "eYeArkEBufSMUiXRdw0YtM1fHvaR30hIob289QVBBiKT-drUFdi69fYZo-0gxqraSEGnTakppx_gGuRZdt6zbXupVum1grBpuDIO64FaWRW_YBqdtTmvO9QPbG",
  "RaG4LM1p5VSBj8WAAbLTfqIMGpxTefamd_V5pEUOOhgSIQgIyRLgeDcK5mOTNjXZDWCAVUZCsPzLk8zFG7_cu6YY4mjsiHc3uN7eU5khieH2KfWokrhpXgPbSI",
  "AnmRhYjPFTXTUSxwN8JIO2JYWZ9syyhnvsa4JiRqvhlSge0RYp9UQE0CZz7ff0bxgKOg4HSjnIfm602eofvGf0Hvw3ztD4SAws90zYTOs9SUjdgHmqkEwfwg5f",
  "a71fZ3aaZXtBxNkB-0zXnolS3RLsayaJSjGmV2hcDFIdbBnvSpJWl77NDr9YiAQqzCKkcyCWMbQBssnsBcdhJ2wD5uE_Jw9ix0ArKZNCtqvldfG8H3XPKdSJYs",
  "N7DXFJWzbKCgZ6ZEL8iGr_NOnEPPGFTJldo7DjR2ihuM9-8Ou1kxILKvpyUZwbdMIHi-GntARRUVEckH-EQC7nn3lSj-TDh17hPgaAVjtAHMkyG-JjbZUqdhkh",
  "t8prlKIVkgIhc2TVMlTXzyioIoDldpbeawVpxt-To83onfNPWi6AnEPaXFQVhf3EhqKRuxbm4ORqaLssEGOQG7X1xahS2ciNlwTGCHTJdbZy075-TtUZiSFEsN",
  "8V4ckSKxwBdhkZQlBDYB7mcMZoCd1aTeuH4Y8MtUIwTCwcateNTqEcUM-LM0AceXOcaHEEJiHGXVfLnfG1T77HKwGqhcbcxlR_lGx0SRvikSkdsHAh4DVlV_oD",
  "pn8mxShul5p6FQqeZYj3u1-DdoG9ogGqX0A2Qk8YT9wKAqrPgq-0WUiK-JUYqcBr-I6JN3cF1V3IHwBZEN0RoSOdvzeMsPhkjmnIFenkSdMaMfxpxyrQxckMau",
  "1e7dOsOiPzRjbYkjT7fj9YJtTuYRzovzRryRYyFZkfcUVKrBIdB_1SFref3exIvBS_U6KhoAf5ZzEnf4naQ6Y-EWtTyGVIq-wudYZDjlihvGIsOrnzj1cR0KSw",
  "ReNNumFknIYIyJH7oWanTogbwR_RvdkBAy1u7EZtYhe0raR0DlrQrGLlsXnoqx9kl9m9jJLK2JkvxRJM2BIze4GiuhaEI2X6xd0x22KKKgAKP-FOU6YI1JrW7a",
  "da-VEihkmGGfIDbGpdEg307ulezLwSfw2pb3aWmlce4gvXSyG_0C4NV-37dkU14GgaXQQ2LK25W8dinO89D9kQ0w9BoOt1lX1HtQbXgEKALKvxn8K_gy1xQrkX",
  "jnEnUx3vGcm9tokAwBFE87tM0EpZO1TJIDwOk7fExiM7CoxeD3QKivU8cfDfCI8j7rh504SGV2bsx21sTXTz0Ga7Uj18-4WoClZpebgU4zxgtsbFYyIsUJs3cM",
  "sjCAiLy9wtujOIJaGclrStsRIgTGJxMNF2rmA9rX4aL9ZUIV3ZXHPQ3ZJAYSKR7T3PKN7HBhOVA3aWowUAyrCoXzq74HjLn8h_3In-lMQfmLfddN_xLmlNstWi",
  "43QlXkoVFbD88KZQiK-u4ACwblv6zCYJM8a4Kd75WhkdjOk5j9uvgFplZp2JlnKa7OZn8EvC8dHRbHWAQRi3e4sqms3Z3d3i6RlCy9yzRy0zpZGOeEiukN-lEL",
  "Zfk2CczpNFtPYnCIDMdUqU5yxjVy4V6vY-zWIfqA5C3up5a7EnRvtLXcmxUiOrqKzPh_T95MQrQBW-yXmmf9os6zQ-PtPByrGh8wOg7nB3ndm_6NwP0bQXPm3_",
  "zsrptXmApTtFaRgBExZX9NGAsOGtqaW7KqUSMWHsKTEbuI3QrPguf7ty0ypkY7-81f-L0r1z7uadTNFzoLokRSCWyLA3AztOj1Wcimo6kR8PYpMRXLxfk6qMvb",
  "KtrP-qVXTO9LWUyukcmyKh29lSnALZpSjkFkngUfhKzsxLqomOUL60DuK4x7ClnrIjSWVgcplhUAnERBNA8or0WDmV84we6R-ZgqrHr1TROCyGHFcDbyLLWgPQ",
  "QdxE2_0Zm4lYI_wfpTZlEObt0_I15FgR1cZ7ZEGDsf5RB0o0MqmhMinfBuqlSUumFQ6EGthmpkc0MhryAPSnS0yVamLg",
].join("");

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BITS_PER_LETTER = 6;
const BASE = 36;

/** The directions of the dimensions from the second on; the first has none, it counts in bits reversed. */
export function directions(dimensions: number): Direction[] {
  let bit = 0;
  const next = (bits: number): number => {
    let value = 0;
    for (const end = bit + bits; bit < end; bit++) {
      const letter = LETTERS.indexOf(NUMBERS.charAt(Math.floor(bit / BITS_PER_LETTER)));
      value = 2 * value + ((letter >> (BITS_PER_LETTER - 1 - (bit % BITS_PER_LETTER))) & 1);
    }
    return value;
  };
  return POLYNOMIALS.split(" ", Math.max(0, dimensions - 1)).map((text) => {
    const polynomial = Number.parseInt(text, BASE);
    const degree = 31 - Math.clz32(polynomial);
    return { polynomial, numbers: Array.from({ length: degree }, (_, i) => 2 * next(i) + 1) };
  });
}
